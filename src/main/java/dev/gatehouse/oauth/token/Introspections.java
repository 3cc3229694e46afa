package dev.gatehouse.oauth.token;

import dev.gatehouse.identity.user.Person;
import dev.gatehouse.identity.user.RecentPeople;
import dev.gatehouse.oauth.client.Client;
import dev.gatehouse.oauth.settings.ProtectedResources;
import dev.gatehouse.oauth.settings.Scope;
import dev.gatehouse.platform.crypto.JwtClaims;
import dev.gatehouse.platform.crypto.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells a client what its own tokens are, and a trusted client what anybody's are. */
@ApplicationScoped
class Introspections {
    @Inject
    AccessTokens accessTokens;

    @Inject
    RefreshTokens refreshTokens;

    @Inject
    TokenStanding standing;

    @Inject
    RecentPeople people;

    @Inject
    ProtectedResources resources;

    Introspection of(Secret token, Client asker) {
        return accessToken(token, asker).or(() -> refreshToken(token, asker)).orElseGet(Introspection::inactive);
    }

    private Optional<Introspection> accessToken(Secret token, Client asker) {
        return accessTokens.verify(token) instanceof TokenVerification.Verified(var verified)
                ? Optional.of(verified)
                        .filter(known -> mayKnow(asker, known.authorization()))
                        .filter(known -> active(known.authorization()))
                        .map(this::accessToken)
                : Optional.empty();
    }

    private Introspection accessToken(AccessToken token) {
        var authorization = token.authorization();
        var claims = new JwtClaims(token.claims());
        return new Introspection(
                true,
                Scope.join(authorization.scopes()),
                authorization.clientId(),
                person(authorization).map(Person::email).orElse(null),
                authorization.keyThumbprint().map(bound -> "DPoP").orElse("Bearer"),
                token.expiresAt().getEpochSecond(),
                claims.instant("iat").orElseThrow().getEpochSecond(),
                claims.string("sub").orElseThrow(),
                claims.audiences(),
                resources.issuer(),
                claims.string("jti").orElseThrow(),
                authorization
                        .keyThumbprint()
                        .map(thumbprint -> Map.<String, Object>of("jkt", thumbprint))
                        .orElse(null),
                token.claims().get("act"));
    }

    private Optional<Introspection> refreshToken(Secret token, Client asker) {
        return refreshTokens
                .current(token)
                .flatMap(current -> standing.ofFamily(current.familyId())
                        .filter(authorization -> mayKnow(asker, authorization))
                        .filter(this::active)
                        .map(authorization -> refreshToken(authorization, current)));
    }

    private Introspection refreshToken(Authorization authorization, CurrentRefreshToken current) {
        return new Introspection(
                true,
                Scope.join(authorization.scopes()),
                authorization.clientId(),
                person(authorization).map(Person::email).orElse(null),
                null,
                current.expiresAt().getEpochSecond(),
                current.createdAt().getEpochSecond(),
                authorization.userId().orElse(null),
                List.of(resources.issuer()),
                resources.issuer(),
                null,
                null,
                null);
    }

    private static boolean mayKnow(Client asker, Authorization authorization) {
        return asker.trusted() || authorization.clientId().equals(asker.id());
    }

    private boolean active(Authorization authorization) {
        return authorization.userId().isEmpty() || person(authorization).isPresent();
    }

    private Optional<Person> person(Authorization authorization) {
        return authorization.userId().flatMap(people::byId);
    }
}
