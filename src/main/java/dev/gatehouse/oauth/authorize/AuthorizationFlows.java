package dev.gatehouse.oauth.authorize;

import dev.gatehouse.oauth.attempt.AttemptStep;
import dev.gatehouse.oauth.attempt.CurrentAttempt;
import dev.gatehouse.oauth.settings.OAuthSettings;
import dev.gatehouse.oauth.settings.ProtectedResources;
import dev.gatehouse.platform.crypto.Randomness;
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

/**
 * The authorization requests that wait for a person, each bound to one browser by a cookie of its own. They survive a
 * restart.
 */
@ApplicationScoped
class AuthorizationFlows implements Swept {
    private static final String COOKIE_PREFIX = "gatehouse_flow_";
    private static final int ID_LENGTH = 22;

    @PersistenceContext
    EntityManager entities;

    @Inject
    OAuthSettings settings;

    @Inject
    ProtectedResources resources;

    @Inject
    Cookies cookies;

    @Inject
    CurrentAttempt attempt;

    @Inject
    Clock clock;

    /** A new flow and the cookie that its browser must keep. */
    record Begun(PendingFlow flow, NewCookie cookie) {}

    @Transactional
    Begun begin(AuthorizationRequest<?> request) {
        var browser = Secret.random();
        var flow = new AuthorizationFlow(
                Randomness.alphanumeric(ID_LENGTH), browser.hash(), request, clock.instant(), settings.flowLifetime());
        entities.persist(flow);
        if (request.end() instanceof FlowEnd.Redirect) {
            attempt.reached(AttemptStep.REQUESTED, "");
        }
        attempt.bindFlow(flow.id);
        return new Begun(
                flow.pending(resources.issuer()),
                cookies.keep(COOKIE_PREFIX + flow.id, browser, settings.flowLifetime()));
    }

    /** The flow of that id, if it still waits. */
    @Transactional
    Optional<PendingFlow> waiting(String id) {
        return Optional.ofNullable(entities.find(AuthorizationFlow.class, id))
                .filter(flow -> flow.decidedAt == null && flow.expiresAt.isAfter(clock.instant()))
                .map(flow -> flow.pending(resources.issuer()));
    }

    /** The secret by which the browser that began the flow is known; empty in any other browser. */
    Optional<Secret> browser(PendingFlow flow, HttpHeaders headers) {
        return cookies.read(headers, COOKIE_PREFIX + flow.id()).filter(cookie -> cookie.matches(flow.browserHash()));
    }

    /** Makes the browser forget a flow that is over. */
    NewCookie forget(PendingFlow flow) {
        return cookies.forget(COOKIE_PREFIX + flow.id());
    }

    /** Remembers the organization chosen in a flow that still waits. */
    @Transactional
    void choose(PendingFlow flow, String personId, String organizationId) {
        entities.createNamedQuery("AuthorizationFlow.choose")
                .setParameter("organization", organizationId)
                .setParameter("person", personId)
                .setParameter("id", flow.id())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** Remembers that the person goes on as who is signed in. */
    @Transactional
    void continueAs(PendingFlow flow, String sessionHash) {
        entities.createNamedQuery("AuthorizationFlow.continueAs")
                .setParameter("session", sessionHash)
                .setParameter("id", flow.id())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** Ends the wait, by one statement whose row count decides among all who answer at once. */
    @Transactional
    boolean decide(PendingFlow flow) {
        return entities.createNamedQuery("AuthorizationFlow.decide")
                        .setParameter("id", flow.id())
                        .setParameter("now", clock.instant())
                        .executeUpdate()
                == 1;
    }

    @Override
    public String name() {
        return "oauth_authorization_flow";
    }

    @Override
    @Transactional
    public int sweep(Instant now, int limit) {
        return Expired.delete(entities, AuthorizationFlow.class, "id", "expiresAt", now, limit);
    }
}
