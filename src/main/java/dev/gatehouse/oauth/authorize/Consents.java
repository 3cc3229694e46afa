package dev.gatehouse.oauth.authorize;

import dev.gatehouse.identity.organization.OrganizationRef;
import dev.gatehouse.identity.user.Person;
import dev.gatehouse.oauth.client.Client;
import dev.gatehouse.oauth.settings.Scope;
import dev.gatehouse.oauth.token.TokenFamilies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** The consents that people gave, and for whom one need not be given again. */
@ApplicationScoped
class Consents {
    @PersistenceContext
    EntityManager entities;

    @Inject
    TokenFamilies families;

    @Inject
    Clock clock;

    @Transactional
    void keep(String familyId, String clientId, Approval approval) {
        entities.persist(new Consent(familyId, clientId, approval, clock.instant()));
    }

    /**
     * Why the person need not be asked, if so. A client that registered itself may be anybody under a familiar name:
     * for it a consent is never remembered. For others the last one counts, as long as what it gave lives.
     */
    @Transactional
    Optional<Approval.Basis> spared(Client client, Person person, OrganizationRef organization, Set<Scope> scopes) {
        if (client.trusted()) {
            return Optional.of(Approval.Basis.TRUSTED);
        }
        return client.origin().preRegistered()
                        && last(client, person, organization).covers(scopes)
                ? Optional.of(Approval.Basis.REMEMBERED)
                : Optional.empty();
    }

    private Remembered last(Client client, Person person, OrganizationRef organization) {
        return entities
                .createNamedQuery("Consent.latest", Consent.class)
                .setParameter("user", person.id())
                .setParameter("client", client.id())
                .setParameter("organization", organization.id())
                .setMaxResults(1)
                .getResultList()
                .stream()
                .filter(consent -> families.living(consent.familyId).isPresent())
                .findFirst()
                .map(consent -> new Remembered(Scope.known(consent.scope)))
                .orElseGet(() -> new Remembered(Set.of()));
    }

    private record Remembered(Set<Scope> given) {
        boolean covers(Set<Scope> asked) {
            return asked.stream().allMatch(scope -> given.stream().anyMatch(had -> had.contains(scope)));
        }
    }
}
