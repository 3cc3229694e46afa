package dev.gatehouse.identity.mailbox;

import dev.gatehouse.identity.login.ReturnTarget;
import dev.gatehouse.platform.crypto.Randomness;
import dev.gatehouse.platform.mail.MailSettings;
import dev.gatehouse.platform.persistence.Expired;
import dev.gatehouse.platform.schedule.Swept;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The letters that were asked for and have not been handed to the mail server: they survive a restart, and a mail
 * server that is away. One that is being written is claimed by its node, so that no other writes it too.
 */
@ApplicationScoped
class WaitingLetters implements Swept {
    private static final int ID_LENGTH = 22;
    /** Longer than a try may take; when the node has died, the next one begins then. */
    private static final Duration CLAIM = Duration.ofMinutes(2);

    @PersistenceContext
    EntityManager entities;

    @Inject
    MailSettings mail;

    @Inject
    MailboxSettings settings;

    @Inject
    Clock clock;

    /** Keeps a letter, claimed by this node. */
    @Transactional
    DueLetter add(MailboxPurpose purpose, String email, ReturnTarget target) {
        var letter = new DueLetter(Randomness.alphanumeric(ID_LENGTH), purpose, email, target);
        var now = clock.instant();
        entities.persist(new WaitingLetter(letter, now.plus(CLAIM), now.plus(settings.mailLinkLifetime())));
        return letter;
    }

    /**
     * Claims letters that are due, at most that many, each by one statement whose row count decides among the nodes.
     */
    @Transactional
    List<DueLetter> claim(int most) {
        var now = clock.instant();
        return entities.createNamedQuery("WaitingLetter.due", WaitingLetter.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultStream()
                .map(WaitingLetter::due)
                .filter(letter -> claims(letter, now))
                .toList();
    }

    /** Gives a claimed letter back, to be tried again after a pause. */
    @Transactional
    void postpone(DueLetter letter) {
        entities.createNamedQuery("WaitingLetter.postpone")
                .setParameter("later", clock.instant().plus(mail.retryPause()))
                .setParameter("id", letter.id())
                .executeUpdate();
    }

    /** Forgets a letter that needs no more tries. */
    @Transactional
    void remove(DueLetter letter) {
        entities.createNamedQuery("WaitingLetter.remove")
                .setParameter("id", letter.id())
                .executeUpdate();
    }

    @Override
    public String name() {
        return "identity_waiting_letter";
    }

    @Override
    @Transactional
    public int sweep(Instant now, int limit) {
        return Expired.delete(entities, WaitingLetter.class, "id", "expiresAt", now, limit);
    }

    private boolean claims(DueLetter letter, Instant now) {
        return entities.createNamedQuery("WaitingLetter.claim")
                        .setParameter("later", now.plus(CLAIM))
                        .setParameter("id", letter.id())
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }
}
