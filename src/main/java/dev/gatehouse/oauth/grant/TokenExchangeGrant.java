package dev.gatehouse.oauth.grant;

import dev.gatehouse.oauth.error.OAuthAction;
import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.oauth.error.OAuthException;
import dev.gatehouse.oauth.settings.ProtectedResources;
import dev.gatehouse.oauth.token.AccessToken;
import dev.gatehouse.oauth.token.AccessTokens;
import dev.gatehouse.oauth.token.Issuance;
import dev.gatehouse.oauth.token.TokenIssuer;
import dev.gatehouse.oauth.token.TokenResponse;
import dev.gatehouse.oauth.token.TokenVerification;
import dev.gatehouse.platform.crypto.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;

/**
 * Token exchange (RFC 8693) of our own access tokens: a client gets a token by which it acts for the subject, with no
 * more scopes and no longer than the token that it shows, and with the whole chain of delegation in {@code act}.
 */
@ApplicationScoped
class TokenExchangeGrant implements Grant {
    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
    private static final String JWT = "urn:ietf:params:oauth:token-type:jwt";
    private static final Set<String> TYPES = Set.of(ACCESS_TOKEN, JWT);

    @Inject
    AccessTokens accessTokens;

    @Inject
    RequestedAccess access;

    @Inject
    ProtectedResources resources;

    @Inject
    Subjects subjects;

    @Inject
    TokenIssuer tokens;

    @Override
    public String grantType() {
        return "urn:ietf:params:oauth:grant-type:token-exchange";
    }

    @Override
    public TokenResponse grant(TokenRequest request) {
        ClientCredentialsGrant.requireAuthenticated(request.client());
        requireAccessTokenRequested(request);
        requireOurAudience(request);
        var subject = token(request, "subject_token");
        var authorization = subject.authorization();
        var scopes = access.scopes(request, authorization.scopes());
        if (!authorization.covers(scopes)) {
            throw OAuthException.of(OAuthError.INVALID_SCOPE, "scope exceeds that of the subject token");
        }
        access.resource(request);
        var delegated = authorization
                .narrowedTo(scopes)
                .delegatedTo(request.client().id(), subject.expiresAt())
                .boundTo(request.keyThumbprint());
        return tokens.issue(Issuance.of(request.client(), delegated, OAuthAction.TOKEN_EXCHANGED)
                .actingAs(actor(request, subject)));
    }

    private static void requireAccessTokenRequested(TokenRequest request) {
        if (!TYPES.contains(request.optional("requested_token_type").orElse(ACCESS_TOKEN))) {
            throw OAuthException.of(OAuthError.INVALID_REQUEST, "requested_token_type must be " + ACCESS_TOKEN);
        }
    }

    /** RFC 8693 §2.1: an audience is a logical name; ours are the resource and the issuer. */
    private void requireOurAudience(TokenRequest request) {
        var audience = request.optional("audience");
        if (audience.filter(name -> !resources.known(name) && !name.equals(resources.issuer()))
                .isPresent()) {
            throw OAuthException.of(OAuthError.INVALID_TARGET, "audience must be " + resources.audience());
        }
    }

    /** A token of ours that may be used now, by somebody who is not merely its thief (RFC 9449 §5). */
    private AccessToken token(TokenRequest request, String parameter) {
        var presented = request.required(parameter);
        if (!TYPES.contains(request.required(parameter + "_type"))) {
            throw OAuthException.of(OAuthError.INVALID_REQUEST, parameter + "_type must be " + ACCESS_TOKEN);
        }
        return switch (accessTokens.verify(new Secret(presented))) {
            case TokenVerification.Verified(var token) -> usable(token, request, parameter);
            case TokenVerification.NotGenuine no -> throw refuse(parameter, "is no access token of this server");
            case TokenVerification.Expired no -> throw refuse(parameter, "has expired");
            case TokenVerification.WrongAudience no -> throw refuse(parameter, "is for another resource");
            case TokenVerification.Revoked no -> throw refuse(parameter, "has been revoked");
        };
    }

    private AccessToken usable(AccessToken token, TokenRequest request, String parameter) {
        var key = token.authorization().keyThumbprint();
        if (key.isPresent() && !key.equals(request.keyThumbprint())) {
            throw refuse(parameter, "is bound to a key; send a proof by that key");
        }
        if (!subjects.active(token.authorization())) {
            throw refuse(parameter, "stands for a person who is no longer active");
        }
        return token;
    }

    /** RFC 8693 §4.1: who acts now, outermost; within it who acted before. */
    private Map<String, Object> actor(TokenRequest request, AccessToken subject) {
        var name = request.optional("actor_token").isPresent()
                ? token(request, "actor_token").claims().get("sub")
                : request.client().id();
        var before = subject.claims().get("act");
        return before == null ? Map.of("sub", name) : Map.of("sub", name, "act", before);
    }

    private static OAuthException refuse(String parameter, String why) {
        return OAuthException.of(OAuthError.INVALID_REQUEST, parameter + " " + why);
    }
}
