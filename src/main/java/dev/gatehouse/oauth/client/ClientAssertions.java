package dev.gatehouse.oauth.client;

import dev.gatehouse.oauth.settings.ProtectedResources;
import dev.gatehouse.platform.crypto.ForeignJwt;
import dev.gatehouse.platform.crypto.RemoteKeys;
import dev.gatehouse.platform.crypto.VerificationKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * {@code private_key_jwt} (RFC 7523 §3, OpenID Connect Core §9): a JWT about itself that the client signed, good once.
 */
@ApplicationScoped
class ClientAssertions {
    private static final Duration SKEW = Duration.ofSeconds(30);

    @Inject
    UsedAssertions used;

    @Inject
    RemoteKeys remoteKeys;

    @Inject
    ProtectedResources resources;

    @Inject
    ClientAuthenticationSettings settings;

    @Inject
    Clock clock;

    /** What is wrong with a client's assertion; empty when it proves the client, which it then does not do again. */
    Optional<String> problem(Client client, ForeignJwt jwt) {
        var claims = jwt.claims();
        var now = clock.instant();
        var expires = claims.instant("exp");
        if (!claims.string("iss").equals(Optional.of(client.id()))) {
            return Optional.of("the assertion must have the client_id as iss and sub");
        }
        if (claims.audiences().stream().noneMatch(this::ours)) {
            return Optional.of("the assertion must have " + resources.issuer() + " as aud");
        }
        if (expires.isEmpty() || !expires.get().plus(SKEW).isAfter(now)) {
            return Optional.of("the assertion has expired, or has no exp");
        }
        if (expires.get().isAfter(now.plus(settings.assertionLifetime()).plus(SKEW))) {
            return Optional.of("the assertion must expire within " + settings.assertionLifetime());
        }
        if (claims.instant("nbf")
                .filter(notBefore -> notBefore.isAfter(now.plus(SKEW)))
                .isPresent()) {
            return Optional.of("the assertion is not valid yet");
        }
        if (claims.string("jti").isEmpty()) {
            return Optional.of("the assertion must have a jti");
        }
        if (keys(client, jwt).filter(jwt::signedBy).isEmpty()) {
            return Optional.of("the assertion is not signed with a key of this client");
        }
        // Last: what is not genuine must not use up somebody's jti.
        return used.first(
                        "client_assertion",
                        client.id(),
                        claims.string("jti").get(),
                        expires.get().plus(SKEW))
                ? Optional.empty()
                : Optional.of("the assertion has been used before");
    }

    private boolean ours(String audience) {
        return List.of(resources.issuer(), resources.issuer() + "/oauth/token").contains(audience);
    }

    private Optional<VerificationKeys> keys(Client client, ForeignJwt jwt) {
        var keys = client.metadata().keys();
        return keys.jwksUri()
                .flatMap(uri -> remoteKeys.ofClient(uri, jwt.keyId()))
                .or(() -> keys.jwks().flatMap(VerificationKeys::parse));
    }
}
