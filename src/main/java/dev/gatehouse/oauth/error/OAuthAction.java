package dev.gatehouse.oauth.error;

import dev.gatehouse.audit.AuditAction;

/** What the authorization server records. */
public enum OAuthAction implements AuditAction {
    CLIENT_REGISTERED,
    CLIENT_CHANGED,
    CLIENT_REMOVED,
    CLIENT_DOCUMENT_READ,
    CLIENT_DOCUMENT_CHANGED,
    CONSENT_GIVEN,
    TRUSTED_CLIENT_CONNECTED,
    CONSENT_DENIED,
    ORGANIZATION_CHOSEN,
    ORGANIZATION_MISSING,
    TOKEN_ISSUED,
    TOKEN_REFRESHED,
    CODE_REPLAYED,
    REFRESH_TOKEN_REUSED,
    GRANT_REVOKED,
    SIGNING_KEY_PUBLISHED,
    SIGNING_KEY_DELETED,
    REFUSED
}
