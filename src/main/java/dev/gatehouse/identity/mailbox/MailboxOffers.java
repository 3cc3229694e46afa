package dev.gatehouse.identity.mailbox;

import dev.gatehouse.identity.login.ReturnTarget;
import dev.gatehouse.identity.login.SignInAlternative;
import dev.gatehouse.identity.login.SignInHelp;
import dev.gatehouse.platform.mail.Mail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.util.Arrays;
import java.util.List;

/** What the sign-in page offers to whoever has no password at hand; what is not offered has no pages. */
@ApplicationScoped
class MailboxOffers implements SignInHelp {
    @Inject
    MailboxSettings settings;

    @Inject
    Mail mail;

    @Override
    public List<SignInAlternative> leadingTo(ReturnTarget target) {
        return Arrays.stream(MailboxPurpose.values())
                .filter(this::open)
                .map(purpose -> new SignInAlternative(purpose.offer(), target.by(purpose.path())))
                .toList();
    }

    /** Answers as if there were no such page, unless that is offered. */
    void require(MailboxPurpose purpose) {
        if (!open(purpose)) {
            throw new NotFoundException();
        }
    }

    private boolean open(MailboxPurpose purpose) {
        return settings.allow(purpose) && mail.available();
    }
}
