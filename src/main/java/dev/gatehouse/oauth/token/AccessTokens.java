package dev.gatehouse.oauth.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.gatehouse.oauth.settings.OAuthSettings;
import dev.gatehouse.oauth.settings.ProtectedResources;
import dev.gatehouse.oauth.settings.Scope;
import dev.gatehouse.platform.crypto.JwtClaims;
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
import java.util.Set;

/** Access tokens: RFC 9068 JWTs for one audience, checked against the database on every request. */
@ApplicationScoped
public class AccessTokens {
    static final String TYPE = "at+jwt";
    static final String FAMILY = "grant_id";
    private static final int TOKEN_ID_BYTES = 16;
    private static final int CACHED_SIGNATURES = 10_000;

    @Inject
    SigningKeys keys;

    @Inject
    RecentStanding standing;

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

    MintedToken mint(Issuance issuance) {
        var authorization = issuance.authorization();
        var now = clock.instant();
        var expires = authorization.atMost(now.plus(settings.accessTokenLifetime()));
        var claims = new HashMap<String, Object>();
        claims.put("iss", resources.issuer());
        claims.put("sub", authorization.userId().orElse(authorization.clientId()));
        claims.put("aud", authorization.forResource() ? authorization.resource() : resources.userinfo());
        claims.put("client_id", authorization.clientId());
        claims.put("scope", Scope.join(authorization.scopes()));
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", expires.getEpochSecond());
        claims.put("jti", Randomness.base64Url(TOKEN_ID_BYTES));
        if (!authorization.familyId().isEmpty()) {
            claims.put(FAMILY, authorization.familyId());
        }
        authorization.keyThumbprint().ifPresent(thumbprint -> claims.put("cnf", Map.of("jkt", thumbprint)));
        issuance.actor().ifPresent(actor -> claims.put("act", actor));
        return new MintedToken(new Secret(keys.forAccessTokens().sign(TYPE, claims)), Duration.between(now, expires));
    }

    /** Checks signature, type, issuer, expiry, audience and the standing of what it descends from, in that order. */
    public TokenVerification verify(Secret presented) {
        return verify(presented, Set.of(resources.audience()));
    }

    /** The same for userinfo, which is our own and takes the MCP endpoint's tokens as well as its own. */
    public TokenVerification verifyForUserinfo(Secret presented) {
        return verify(presented, Set.of(resources.audience(), resources.userinfo()));
    }

    private TokenVerification verify(Secret presented, Set<String> audiences) {
        return genuine(presented)
                .map(claims -> verify(presented, claims, audiences))
                .orElseGet(TokenVerification.NotGenuine::new);
    }

    private TokenVerification verify(Secret presented, JwtClaims claims, Set<String> audiences) {
        var family = claims.string(FAMILY).orElse("");
        var client = claims.string("client_id").orElseThrow();
        if (!clock.instant().isBefore(expiry(claims))) {
            return new TokenVerification.Expired(family, client);
        }
        if (claims.audiences().stream().noneMatch(audiences::contains)) {
            return new TokenVerification.WrongAudience(family, client);
        }
        return standing.of(claims)
                .<TokenVerification>map(authorization -> new TokenVerification.Verified(
                        new AccessToken(authorization, claims.values(), presented.reveal())))
                .orElseGet(() -> new TokenVerification.Revoked(family, client));
    }

    /** Whether we signed a token, in time or not. */
    public boolean signed(Secret presented) {
        return genuine(presented).isPresent();
    }

    /** The claims of a token that we signed, in time or not. */
    Optional<JwtClaims> genuine(Secret presented) {
        return Optional.ofNullable(genuine.get(
                        presented.hash(),
                        hash -> SignedJwt.verify(presented.reveal(), TYPE, keys::byId)
                                .orElse(null)))
                .filter(jwt -> keys.byId(jwt.keyId()).isPresent())
                .map(jwt -> new JwtClaims(jwt.claims()))
                .filter(claims -> claims.string("iss").equals(Optional.of(resources.issuer())));
    }

    static String id(JwtClaims claims) {
        return claims.string("jti").orElseThrow();
    }

    static Instant expiry(JwtClaims claims) {
        return claims.instant("exp").orElseThrow();
    }
}
