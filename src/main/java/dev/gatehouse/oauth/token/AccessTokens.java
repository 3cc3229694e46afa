package dev.gatehouse.oauth.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.gatehouse.oauth.settings.OAuthSettings;
import dev.gatehouse.oauth.settings.ProtectedResources;
import dev.gatehouse.oauth.settings.Scope;
import dev.gatehouse.platform.crypto.Randomness;
import dev.gatehouse.platform.crypto.Secret;
import dev.gatehouse.platform.crypto.SignedJwt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Access tokens: RFC 9068 JWTs for one audience, checked against the database on every request. */
@ApplicationScoped
public class AccessTokens {
    static final String TYPE = "at+jwt";
    private static final String FAMILY = "grant_id";
    private static final int TOKEN_ID_BYTES = 16;
    private static final int CACHED_SIGNATURES = 10_000;

    @Inject
    SigningKeys keys;

    @Inject
    TokenFamilies families;

    @Inject
    ProtectedResources resources;

    @Inject
    OAuthSettings settings;

    @Inject
    Clock clock;

    /**
     * A signature that was right stays right as long as its key is there; everything else about a token is asked again
     * each time.
     */
    private final Cache<String, SignedJwt> genuine = Caffeine.newBuilder()
            .maximumSize(CACHED_SIGNATURES)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();

    /** A signed token for the authorization, to be handed out once. */
    Secret mint(Authorization authorization) {
        var now = clock.instant();
        var claims = new HashMap<String, Object>();
        claims.put("iss", resources.issuer());
        claims.put("sub", authorization.userId());
        claims.put("aud", authorization.resource());
        claims.put("client_id", authorization.clientId());
        claims.put("scope", Scope.join(authorization.scopes()));
        claims.put("iat", now.getEpochSecond());
        claims.put(
                "exp",
                authorization.atMost(now.plus(settings.accessTokenLifetime())).getEpochSecond());
        claims.put("jti", Randomness.base64Url(TOKEN_ID_BYTES));
        claims.put(FAMILY, authorization.familyId());
        return new Secret(keys.forAccessTokens().sign(TYPE, claims));
    }

    /** Checks signature, type, issuer, expiry, audience and the family's standing, in that order. */
    public TokenVerification verify(Secret presented) {
        return genuine(presented)
                .filter(claims -> resources.issuer().equals(claims.get("iss")))
                .map(claims -> verify(presented, claims))
                .orElseGet(TokenVerification.NotGenuine::new);
    }

    private TokenVerification verify(Secret presented, Map<String, Object> claims) {
        var family = (String) claims.get(FAMILY);
        var client = (String) claims.get("client_id");
        if (!clock.instant().isBefore(instant(claims, "exp"))) {
            return new TokenVerification.Expired(family, client);
        }
        if (!resources.audience().equals(claims.get("aud"))) {
            return new TokenVerification.WrongAudience(family, client);
        }
        return families.living(family)
                .map(authorization -> authorization.narrowedTo(Scope.known((String) claims.get("scope"))))
                .<TokenVerification>map(authorization ->
                        new TokenVerification.Verified(new AccessToken(authorization, claims, presented.reveal())))
                .orElseGet(() -> new TokenVerification.Revoked(family, client));
    }

    /** The family of a genuine token, in time or not: what its holder may revoke. */
    Optional<String> familyOf(Secret presented) {
        return genuine(presented).map(claims -> (String) claims.get(FAMILY));
    }

    private Optional<Map<String, Object>> genuine(Secret presented) {
        return Optional.ofNullable(genuine.get(
                        presented.hash(),
                        hash -> SignedJwt.verify(presented.reveal(), TYPE, keys::byId)
                                .orElse(null)))
                .filter(jwt -> keys.byId(jwt.keyId()).isPresent())
                .map(SignedJwt::claims);
    }

    private static Instant instant(Map<String, Object> claims, String name) {
        return Instant.ofEpochSecond(((Number) claims.get(name)).longValue());
    }
}
