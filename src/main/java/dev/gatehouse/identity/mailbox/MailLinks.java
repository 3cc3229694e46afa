package dev.gatehouse.identity.mailbox;

import dev.gatehouse.identity.login.ReturnTarget;
import dev.gatehouse.platform.crypto.Secret;
import dev.gatehouse.platform.persistence.Expired;
import dev.gatehouse.platform.schedule.Swept;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Links that were sent to mailboxes, kept as hashes, each good once and not for long. */
@ApplicationScoped
class MailLinks implements Swept {
    @PersistenceContext
    EntityManager entities;

    @Inject
    MailboxSettings settings;

    @Inject
    Clock clock;

    @Transactional
    Secret make(MailboxPurpose purpose, String email, ReturnTarget target) {
        var token = Secret.random();
        entities.persist(new MailLink(
                token.hash(), purpose, email, target, clock.instant().plus(settings.mailLinkLifetime())));
        return token;
    }

    /** Looks at a link without using it, because mail programs open links too. */
    @Transactional
    Optional<OpenedLink> open(MailboxPurpose purpose, String token) {
        var secret = new Secret(token);
        return Optional.ofNullable(entities.find(MailLink.class, secret.hash()))
                .filter(link -> link.waits(purpose, clock.instant()))
                .map(link -> new OpenedLink(secret, link.email, new ReturnTarget(link.returnTo)));
    }

    /** Uses a link, by one statement whose row count decides, and with it every other one of the same mailbox. */
    @Transactional
    boolean use(MailboxPurpose purpose, OpenedLink link) {
        lock(link.email());
        boolean used = entities.createNamedQuery("MailLink.use")
                        .setParameter("now", clock.instant())
                        .setParameter("hash", link.token().hash())
                        .setParameter("purpose", purpose.name())
                        .executeUpdate()
                == 1;
        if (used) {
            entities.createNamedQuery("MailLink.useOthers")
                    .setParameter("now", clock.instant())
                    .setParameter("email", link.email())
                    .executeUpdate();
        }
        return used;
    }

    /** Two links of a mailbox used at once would each end the other: all are locked first, in one order. */
    private void lock(String email) {
        entities.createNamedQuery("MailLink.lock").setParameter(1, email).getResultList();
    }

    @Override
    public String name() {
        return "identity_mail_link";
    }

    @Override
    @Transactional
    public int sweep(Instant now, int limit) {
        return Expired.delete(entities, MailLink.class, "hash", "expiresAt", now, limit);
    }
}
