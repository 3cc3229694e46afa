package dev.gatehouse.oauth.authorize;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.audit.AuditTrail;
import dev.gatehouse.identity.organization.Memberships;
import dev.gatehouse.identity.organization.OrganizationBindings;
import dev.gatehouse.identity.organization.OrganizationRef;
import dev.gatehouse.identity.organization.UsableMembership;
import dev.gatehouse.identity.user.Person;
import dev.gatehouse.oauth.error.OAuthAction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/**
 * The organization step of the authorize flow: one usable organization needs no choice, of several one must be chosen.
 */
@ApplicationScoped
class OrganizationChoices {
    @Inject
    Memberships memberships;

    @Inject
    OrganizationBindings bindings;

    @Inject
    AuthorizationFlows flows;

    @Inject
    AuditTrail audit;

    /** What the person can choose from: exactly what the MCP endpoint will accept. */
    List<OrganizationRef> of(Person person) {
        return memberships.usable(person).stream()
                .map(UsableMembership::organization)
                .toList();
    }

    /** The organization in which the person will act, as far as it is settled in this flow. */
    Optional<OrganizationRef> settled(PendingFlow flow, Person person, List<OrganizationRef> choices) {
        return choices.size() == 1
                ? Optional.of(choices.getFirst())
                : choices.stream().filter(choice -> flow.chose(person, choice)).findFirst();
    }

    /** Takes a choice by slug for this flow; what is not offered is no choice. */
    void choose(PendingFlow flow, Person person, String slug) {
        of(person).stream()
                .filter(choice -> choice.slug().equals(slug))
                .findFirst()
                .ifPresent(organization -> flows.choose(flow, person.id(), organization.id()));
    }

    /**
     * Makes the flow's choice, once the person has allowed the connection, count for all their clients from the next
     * request on. Where nothing was left to choose, an earlier choice of another organization is over.
     */
    @Transactional
    void keep(PendingFlow flow, Person person, OrganizationRef organization) {
        if (flow.chose(person, organization)) {
            bindings.choose(person.id(), organization.id());
            audit.record(AuditEvent.done(
                    OAuthAction.ORGANIZATION_CHOSEN, subject(flow, person).in(organization.id()), organization.slug()));
        } else {
            bindings.endOthers(person.id(), organization.id());
        }
    }

    /** Records that a person has nowhere to act. */
    void none(PendingFlow flow, Person person) {
        audit.record(AuditEvent.refused(
                OAuthAction.ORGANIZATION_MISSING, subject(flow, person), flow.path(), "app access in no organization"));
    }

    private static AuditSubject subject(PendingFlow flow, Person person) {
        return AuditSubject.person(person.id(), person.email()).through(flow.clientId());
    }
}
