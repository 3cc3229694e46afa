package dev.gatehouse.identity.federation;

import dev.gatehouse.identity.user.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** The accounts at providers by which somebody can sign in here, as they may see and end them. */
@ApplicationScoped
public class LinkedAccounts {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Providers providers;

    @Inject
    Clock clock;

    /** Those of a person, the oldest first. */
    @Transactional
    public List<LinkedAccount> of(Person person) {
        return entities.createNamedQuery("FederatedIdentity.ofUser", FederatedIdentity.class)
                .setParameter("user", person.id())
                .getResultStream()
                .map(this::shown)
                .toList();
    }

    /** The issuer is the name of a provider that is configured no more. */
    private LinkedAccount shown(FederatedIdentity linked) {
        return providers
                .byIssuer(linked.issuer)
                .map(provider -> new LinkedAccount(linked.id, provider.name(), true))
                .orElseGet(() -> new LinkedAccount(linked.id, linked.issuer, false));
    }

    /** Ends a link of the person; tells whether it was theirs. */
    @Transactional
    public boolean remove(Person person, String id) {
        return entities.createNamedQuery("FederatedIdentity.remove")
                        .setParameter("now", clock.instant())
                        .setParameter("id", id)
                        .setParameter("user", person.id())
                        .executeUpdate()
                == 1;
    }
}
