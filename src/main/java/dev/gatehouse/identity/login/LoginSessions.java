package dev.gatehouse.identity.login;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.audit.AuditTrail;
import dev.gatehouse.identity.organization.ActingOrganizations;
import dev.gatehouse.identity.user.Person;
import dev.gatehouse.identity.user.Users;
import dev.gatehouse.platform.crypto.Secret;
import dev.gatehouse.platform.page.Cookies;
import dev.gatehouse.platform.persistence.Expired;
import dev.gatehouse.platform.schedule.Swept;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The browsers in which somebody is signed in. A session is a random cookie, kept as a hash, so it survives a restart.
 */
@ApplicationScoped
public class LoginSessions implements Swept {
    private static final String COOKIE = "gatehouse_session";

    @PersistenceContext
    EntityManager entities;

    @Inject
    Users users;

    @Inject
    Cookies cookies;

    @Inject
    LoginSettings settings;

    @Inject
    ActingOrganizations acting;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** The person signed in in the browser that sent these headers. */
    @Transactional
    public Optional<SignedInUser> current(HttpHeaders headers) {
        return cookie(headers).flatMap(this::of);
    }

    /** The session cookie that came with these headers, whatever it is worth. */
    public Optional<Secret> cookie(HttpHeaders headers) {
        return cookies.read(headers, COOKIE);
    }

    /** The person signed in by that cookie. */
    @Transactional
    public Optional<SignedInUser> of(Secret cookie) {
        return session(cookie.hash());
    }

    /**
     * Signs a person in by those methods (RFC 8176): always a new session, and the end of the one before in the same
     * browser.
     */
    @Transactional
    NewCookie begin(Person person, Set<String> methods, HttpHeaders headers) {
        users.lock(person);
        current(headers).ifPresent(this::end);
        var secret = Secret.random();
        var now = clock.instant();
        entities.persist(new LoginSession(secret.hash(), person, methods, now, now.plus(settings.sessionLifetime())));
        record(LoginAction.SIGN_IN, person);
        return cookies.keep(COOKIE, secret, settings.sessionLifetime());
    }

    /** Signs out. */
    @Transactional
    NewCookie end(SignedInUser user) {
        entities.createNamedQuery("LoginSession.end")
                .setParameter("now", clock.instant())
                .setParameter("hash", user.sessionHash())
                .executeUpdate();
        record(LoginAction.SIGN_OUT, user.person());
        return cookies.forget(COOKIE);
    }

    /**
     * Whether a session that was seen before still counts as it did then, and will until the caller's transaction ends:
     * a new password waits for it.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean hold(SignedInUser user) {
        return users.hold(user.person().id()) == user.person().signInVersion()
                && session(user.sessionHash()).isPresent();
    }

    /** Keeps a session of a person whose other ones end in the caller's transaction, by a new sign-in version. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(SignedInUser user) {
        entities.createNamedQuery("LoginSession.keep")
                .setParameter("hash", user.sessionHash())
                .executeUpdate();
    }

    @Override
    public String name() {
        return "identity_login_session";
    }

    @Override
    @Transactional
    public int sweep(Instant now, int limit) {
        return Expired.delete(entities, LoginSession.class, "hash", "expiresAt", now, limit);
    }

    private Optional<SignedInUser> session(String hash) {
        return Optional.ofNullable(entities.find(LoginSession.class, hash))
                .filter(session -> session.usable(clock.instant()))
                .flatMap(session ->
                        users.byId(session.userId).filter(session::counts).map(session::of));
    }

    private void record(LoginAction action, Person person) {
        var subject = AuditSubject.person(person.id(), person.email()).in(acting.idOf(person));
        audit.record(AuditEvent.done(action, subject, person.email()));
    }
}
