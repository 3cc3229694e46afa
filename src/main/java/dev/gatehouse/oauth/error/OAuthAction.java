package dev.gatehouse.oauth.error;

import dev.gatehouse.audit.AuditAction;

/** What the authorization server records. */
public enum OAuthAction implements AuditAction {
    CLIENT_REGISTERED("oauth.client_registered"),
    CONSENT_GIVEN("oauth.consent_given"),
    CONSENT_DENIED("oauth.consent_denied"),
    ORGANIZATION_CHOSEN("oauth.organization_chosen"),
    TOKEN_ISSUED("oauth.token_issued"),
    TOKEN_REFRESHED("oauth.token_refreshed"),
    CODE_REPLAYED("oauth.code_replayed"),
    REFRESH_TOKEN_REUSED("oauth.refresh_token_reused"),
    GRANT_REVOKED("oauth.grant_revoked"),
    REFUSED("oauth.refused");

    private final String wireName;

    OAuthAction(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
