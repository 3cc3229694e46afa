package dev.gatehouse.identity.mailbox;

import dev.gatehouse.platform.limit.Admission;
import dev.gatehouse.platform.limit.Limit;
import dev.gatehouse.platform.limit.Limits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * How many letters may be asked for, so that nobody's mailbox is flooded. A mailbox gets three of a kind in the time
 * for which a link is good, no more and over no longer: whoever gets none for now has a good link already, so strangers
 * who ask in their name keep nobody from a new password.
 */
@ApplicationScoped
class LetterLimits {
    private static final Limit PER_NETWORK = new Limit("letters asked for by a network", 30, Duration.ofHours(1));
    private static final int PER_MAILBOX = 3;

    @Inject
    Limits limits;

    @Inject
    MailboxSettings settings;

    /** Counts a request of a network. */
    Admission admit(String network) {
        return limits.take(PER_NETWORK, network);
    }

    /** Counts a letter to a mailbox. */
    Admission admit(MailboxPurpose purpose, MailboxAddress address) {
        var limit = new Limit("letters to a mailbox: " + purpose, PER_MAILBOX, settings.mailLinkLifetime());
        return limits.take(limit, counted(purpose, address));
    }

    /**
     * An address with a tag may be an account of its own, which nobody may keep from its letters; a new one is none.
     */
    private static String counted(MailboxPurpose purpose, MailboxAddress address) {
        return switch (purpose) {
            case RESET -> address.text();
            case SIGN_UP -> address.untagged();
        };
    }
}
