package dev.gatehouse.identity.federation;

import dev.gatehouse.audit.AuditAction;

enum FederationAction implements AuditAction {
    SIGN_IN,
    LINKED,
    PERSON_CREATED
}
