package dev.gatehouse.audit;

import java.util.Optional;

/** On whose behalf something happened, as far as it is known. The label stays readable when the person is gone. */
public record AuditSubject(
        Optional<String> userId,
        Optional<String> userLabel,
        Optional<String> apiKeyId,
        Optional<String> organizationId,
        Optional<String> clientId,
        String credentialKind) {

    /** Nobody who could be named. */
    public static AuditSubject anonymous() {
        return new AuditSubject(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "none");
    }

    /** A signed-in person in a browser. */
    public static AuditSubject person(String userId, String userLabel) {
        return new AuditSubject(
                Optional.of(userId),
                Optional.of(userLabel),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "session");
    }

    /** Somebody who claims to be that, unproven. */
    public static AuditSubject claimed(String userLabel) {
        return new AuditSubject(
                Optional.empty(), Optional.of(userLabel), Optional.empty(), Optional.empty(), Optional.empty(), "none");
    }

    /** The same subject acting through an OAuth client. */
    public AuditSubject through(String client) {
        return new AuditSubject(userId, userLabel, apiKeyId, organizationId, Optional.of(client), credentialKind);
    }

    /** The same subject in an organization. */
    public AuditSubject in(String organization) {
        return new AuditSubject(userId, userLabel, apiKeyId, Optional.of(organization), clientId, credentialKind);
    }

    /** The same subject in an organization, if one is known. */
    public AuditSubject in(Optional<String> organization) {
        return organization.map(this::in).orElse(this);
    }

    /** The same subject by another kind of credential. */
    public AuditSubject by(String kind) {
        return new AuditSubject(userId, userLabel, apiKeyId, organizationId, clientId, kind);
    }
}
