package dev.gatehouse.oauth.grant;

import dev.gatehouse.oauth.client.Client;
import dev.gatehouse.oauth.error.OAuthAction;
import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.oauth.error.OAuthException;
import dev.gatehouse.oauth.token.Authorization;
import dev.gatehouse.oauth.token.Issuance;
import dev.gatehouse.oauth.token.TokenIssuer;
import dev.gatehouse.oauth.token.TokenResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/**
 * The client credentials grant (RFC 6749 §4.4): a client in its own name, or for the person whom the operator named. No
 * refresh token, and no family: such a token ends by itself, or is revoked by itself.
 */
@ApplicationScoped
class ClientCredentialsGrant implements Grant {
    private static final String NO_FAMILY = "";

    @Inject
    RequestedAccess access;

    @Inject
    TokenIssuer tokens;

    @Override
    public String grantType() {
        return "client_credentials";
    }

    @Override
    public TokenResponse grant(TokenRequest request) {
        var client = request.client();
        requireAuthenticated(client);
        var authorization = new Authorization(
                NO_FAMILY,
                client.actsAs(),
                client.id(),
                access.scopes(request, client.defaultScopes()),
                access.resource(request),
                Instant.MAX,
                request.keyThumbprint());
        return tokens.issue(Issuance.of(client, authorization, OAuthAction.TOKEN_ISSUED));
    }

    /** RFC 6749 §4.4: only for confidential clients. */
    static void requireAuthenticated(Client client) {
        if (!client.confidential()) {
            throw OAuthException.of(
                    OAuthError.UNAUTHORIZED_CLIENT, "this grant is for clients that authenticate; this one has none");
        }
    }
}
