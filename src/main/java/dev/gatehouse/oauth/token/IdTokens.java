package dev.gatehouse.oauth.token;

import dev.gatehouse.oauth.client.Client;
import dev.gatehouse.oauth.client.Clients;
import dev.gatehouse.oauth.settings.ProtectedResources;
import dev.gatehouse.oauth.settings.Scope;
import dev.gatehouse.platform.crypto.Digests;
import dev.gatehouse.platform.crypto.JwsKey;
import dev.gatehouse.platform.crypto.Secret;
import dev.gatehouse.platform.crypto.SigningAlgorithm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** ID tokens (OpenID Connect Core §2): for a client, who signed in and how; the rest is told at userinfo. */
@ApplicationScoped
public class IdTokens {
    private static final String TYPE = "JWT";

    @Inject
    SigningKeys keys;

    @Inject
    TokenFamilies families;

    @Inject
    Clients clients;

    @Inject
    ProtectedResources resources;

    @Inject
    Clock clock;

    /**
     * Adds the ID token to tokens granted with {@code openid}. A refreshed one repeats the sign-in as it was, and has
     * no nonce (OpenID Connect Core §12.2).
     */
    public TokenResponse beside(TokenResponse tokens, Authorization authorization, Optional<String> nonce) {
        if (!Scope.known(tokens.scope()).contains(Scope.OPENID)) {
            return tokens;
        }
        var claims = claims(tokens, authorization);
        nonce.ifPresent(value -> claims.put("nonce", value));
        families.authentication(authorization.familyId()).ifPresent(authentication -> {
            claims.put("auth_time", authentication.time().getEpochSecond());
            claims.put("amr", List.copyOf(authentication.methods()));
            claims.put("acr", authentication.context().wireName());
        });
        return tokens.with(new Secret(key(authorization).sign(TYPE, claims)));
    }

    private Map<String, Object> claims(TokenResponse tokens, Authorization authorization) {
        var now = clock.instant().getEpochSecond();
        var claims = new HashMap<String, Object>();
        claims.put("iss", resources.issuer());
        claims.put("sub", authorization.userId().orElseThrow());
        claims.put("aud", authorization.clientId());
        claims.put("iat", now);
        claims.put("exp", now + tokens.expiresIn());
        claims.put("at_hash", Digests.leftHalfOfSha256(tokens.accessToken()));
        return claims;
    }

    private JwsKey key(Authorization authorization) {
        return keys.signing(clients.byId(authorization.clientId())
                .map(Client::idTokenAlgorithm)
                .orElse(SigningAlgorithm.RS256));
    }
}
