package dev.gatehouse.identity.federation;

import dev.gatehouse.identity.login.ReturnTarget;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Sign-ins that have gone to a provider, each bound to one browser by a cookie and answered once. */
@ApplicationScoped
class FederatedFlows implements Swept {
    private static final String COOKIE = "gatehouse_federation";
    private static final Duration LIFETIME = Duration.ofMinutes(15);

    @PersistenceContext
    EntityManager entities;

    @Inject
    Cookies cookies;

    @Inject
    Clock clock;

    /** Who came back from a provider without an account that is theirs beyond doubt, and where they were going. */
    record Unlinked(String state, String provider, String subject, String email, ReturnTarget target) {}

    @Transactional
    BegunFlow begin(Provider provider, ReturnTarget target, HttpHeaders headers) {
        var state = Secret.random();
        var browser = cookies.read(headers, COOKIE).orElseGet(Secret::random);
        entities.persist(new FederatedFlow(
                state.hash(),
                browser.hash(),
                provider.id(),
                target.path(),
                clock.instant().plus(LIFETIME)));
        return begun(state.reveal(), browser, target);
    }

    /** The flow of that state in this browser, taken once, by one statement whose row count decides. */
    @Transactional
    Optional<BegunFlow> answer(Provider provider, String state, HttpHeaders headers) {
        var secret = new Secret(state);
        return mine(secret, headers)
                .filter(flow -> flow.provider.equals(provider.id()))
                .filter(flow -> update("FederatedFlow.answer", secret))
                .flatMap(flow -> cookies.read(headers, COOKIE)
                        .map(browser -> begun(state, browser, new ReturnTarget(flow.returnTo))));
    }

    /** Where a sign-in of this browser was going, whatever has become of it. */
    @Transactional
    Optional<ReturnTarget> target(String state, HttpHeaders headers) {
        return mine(new Secret(state), headers).map(flow -> new ReturnTarget(flow.returnTo));
    }

    /** Keeps who came back until they have said which account here is theirs. */
    @Transactional
    void identify(BegunFlow flow, FederatedPerson person) {
        entities.createNamedQuery("FederatedFlow.identify")
                .setParameter("subject", person.subject())
                .setParameter("email", person.email().orElse(""))
                .setParameter("hash", new Secret(flow.state()).hash())
                .executeUpdate();
    }

    @Transactional
    Optional<Unlinked> unlinked(String state, HttpHeaders headers) {
        return mine(new Secret(state), headers)
                .filter(flow -> flow.subject != null && flow.linkedAt == null)
                .filter(flow -> flow.expiresAt.isAfter(clock.instant()))
                .map(flow ->
                        new Unlinked(state, flow.provider, flow.subject, flow.email, new ReturnTarget(flow.returnTo)));
    }

    /** Ends the wait for an account, once. */
    @Transactional
    boolean link(Unlinked unlinked) {
        return update("FederatedFlow.link", new Secret(unlinked.state()));
    }

    @Override
    public String name() {
        return "identity_federated_flow";
    }

    @Override
    @Transactional
    public int sweep(Instant now, int limit) {
        return Expired.delete(entities, FederatedFlow.class, "stateHash", "expiresAt", now, limit);
    }

    private BegunFlow begun(String state, Secret browser, ReturnTarget target) {
        return new BegunFlow(state, browser, cookies.keep(COOKIE, browser, LIFETIME), target);
    }

    private Optional<FederatedFlow> mine(Secret state, HttpHeaders headers) {
        return Optional.ofNullable(entities.find(FederatedFlow.class, state.hash()))
                .filter(flow -> cookies.read(headers, COOKIE)
                        .filter(browser -> browser.matches(flow.browserHash))
                        .isPresent());
    }

    private boolean update(String query, Secret state) {
        return entities.createNamedQuery(query)
                        .setParameter("hash", state.hash())
                        .setParameter("now", clock.instant())
                        .executeUpdate()
                == 1;
    }
}
