package dev.gatehouse.oauth.token;

import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.identity.organization.ActingOrganizations;
import dev.gatehouse.identity.user.Users;
import dev.gatehouse.platform.standing.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

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

    @Inject
    Remembered<String, AuditSubject> recent;

    /** The subject for whom an authorization lets a client act. */
    public AuditSubject of(Authorization authorization) {
        return of(authorization.userId(), authorization.clientId());
    }

    /** The subject behind a family, also one that has ended. */
    @Transactional
    public AuditSubject of(String familyId, String clientId) {
        return of(families.find(familyId).flatMap(Authorization::userId), clientId);
    }

    private AuditSubject of(Optional<String> userId, String clientId) {
        return userId.flatMap(id -> recent.get(id, () -> person(id)))
                .orElseGet(AuditSubject::anonymous)
                .through(clientId)
                .by(KIND);
    }

    private Optional<AuditSubject> person(String userId) {
        return users.anyById(userId)
                .map(person -> AuditSubject.person(person.id(), person.email()).in(acting.idOf(person)));
    }
}
