package dev.gatehouse.oauth.token;

import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.identity.organization.ActingOrganizations;
import dev.gatehouse.identity.user.Person;
import dev.gatehouse.identity.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Names, for the audit trail, on whose behalf a client acts with the tokens of a family. */
@ApplicationScoped
public class FamilySubjects {
    private static final String KIND = "oauth_client";

    @Inject
    TokenFamilies families;

    @Inject
    Users users;

    @Inject
    ActingOrganizations acting;

    /** The subject for whom an authorization lets a client act. */
    @Transactional
    public AuditSubject of(Authorization authorization) {
        return authorization
                .userId()
                .flatMap(users::anyById)
                .map(this::of)
                .orElseGet(AuditSubject::anonymous)
                .through(authorization.clientId())
                .by(KIND);
    }

    /** The subject behind a family, also one that has ended. */
    @Transactional
    public AuditSubject of(String familyId, String clientId) {
        return families.find(familyId)
                .flatMap(Authorization::userId)
                .flatMap(users::anyById)
                .map(this::of)
                .orElseGet(AuditSubject::anonymous)
                .through(clientId)
                .by(KIND);
    }

    private AuditSubject of(Person person) {
        return AuditSubject.person(person.id(), person.email()).in(acting.idOf(person));
    }
}
