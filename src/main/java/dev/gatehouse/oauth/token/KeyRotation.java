package dev.gatehouse.oauth.token;

import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.oauth.settings.OAuthSettings;
import dev.gatehouse.oauth.settings.SigningKeySettings;
import dev.gatehouse.platform.crypto.SigningAlgorithm;
import dev.gatehouse.platform.schedule.RecurringTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/**
 * Keeps every node's keys up to date: learns of those that others made, publishes each successor in time, deletes what
 * has outlived its last token. Keys of an operator's key store are left to the operator.
 */
@ApplicationScoped
public class KeyRotation implements RecurringTask {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Inject
    SigningKeys keys;

    @Inject
    StoredKeys stored;

    @Inject
    SigningKeySettings settings;

    @Inject
    OAuthSettings oauth;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "signing_keys";
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    @Override
    public void run() {
        var ring = keys.refresh();
        if (keys.held()) {
            return;
        }
        for (var algorithm : SigningAlgorithm.values()) {
            if (timetable().due(ring.newest(algorithm), clock.instant())) {
                succeed(ring, algorithm, AuditSubject.anonymous());
            }
        }
        timetable().outlived(ring, clock.instant()).forEach(stored::delete);
    }

    /** Publishes a successor before its time; unless one waits for its turn already, or the keys are not ours. */
    public Succession rotate(SigningAlgorithm algorithm, AuditSubject subject) {
        if (keys.held()) {
            return new Succession.HeldElsewhere();
        }
        var ring = keys.refresh();
        var waits = ring.newest(algorithm).signsFrom().isAfter(clock.instant());
        return !waits && succeed(ring, algorithm, subject)
                ? new Succession.Published(PublishedKey.newest(keys.refresh(), algorithm, clock.instant()))
                : new Succession.Waiting(PublishedKey.newest(keys.refresh(), algorithm, clock.instant()));
    }

    /**
     * Withdraws a key that somebody else may have: nothing that it signed is accepted any more, from the next request
     * on here and within a second on every other node. There is always one that signs.
     */
    public Withdrawal withdraw(String id, AuditSubject subject) {
        if (keys.held()) {
            return new Withdrawal.HeldElsewhere();
        }
        var algorithm = stored.withdraw(id, timetable().turnOf(clock.instant()), subject);
        var ring = keys.refresh();
        return algorithm
                .<Withdrawal>map(of -> new Withdrawal.Withdrawn(PublishedKey.signing(ring, of, clock.instant())))
                .orElseGet(Withdrawal.Unknown::new);
    }

    private boolean succeed(KeyRing ring, SigningAlgorithm algorithm, AuditSubject subject) {
        var turn = timetable().turnOf(clock.instant());
        boolean won = stored.succeed(algorithm, ring.newest(algorithm).key().id(), turn, subject)
                .isPresent();
        keys.refresh();
        return won;
    }

    private KeyTimetable timetable() {
        return new KeyTimetable(
                settings.signingKeyLifetime(), settings.signingKeyOverlap(), oauth.accessTokenLifetime());
    }
}
