package dev.gatehouse.oauth.token;

import dev.gatehouse.oauth.client.Client;
import dev.gatehouse.oauth.client.Clients;
import dev.gatehouse.oauth.settings.Scope;
import dev.gatehouse.platform.crypto.JwtClaims;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a genuine access token stands for at this moment: its family, its client, and whether it was revoked by itself.
 */
@ApplicationScoped
class TokenStanding {
    @Inject
    TokenFamilies families;

    @Inject
    Clients clients;

    @Inject
    RevokedTokens revoked;

    /** The authorization of a token; empty when it has ended. */
    @Transactional
    Optional<Authorization> of(JwtClaims claims) {
        return alone(claims) && revoked.contains(claims)
                ? Optional.empty()
                : authorization(claims).map(found -> found.narrowedTo(scopes(claims)));
    }

    /** Whether a token can be revoked without its family: one that has none, and one that was delegated. */
    static boolean alone(JwtClaims claims) {
        return claims.string(AccessTokens.FAMILY).isEmpty() || claims.values().containsKey("act");
    }

    private Optional<Authorization> authorization(JwtClaims claims) {
        var family = claims.string(AccessTokens.FAMILY);
        if (family.isEmpty()) {
            return client(claims).map(client -> ofClient(client, claims));
        }
        return ofFamily(family.get()).flatMap(authorization -> asIssued(authorization, claims));
    }

    /** The authorization of a family that lives, given to a client that is still one. */
    @Transactional
    Optional<Authorization> ofFamily(String familyId) {
        return families.living(familyId)
                .filter(authorization -> clients.byId(authorization.clientId()).isPresent());
    }

    private Optional<Authorization> asIssued(Authorization authorization, JwtClaims claims) {
        var bound = authorization.boundTo(thumbprint(claims));
        return alone(claims)
                ? client(claims)
                        .map(client -> bound.delegatedTo(client.id(), AccessTokens.expiry(claims))
                                .boundTo(thumbprint(claims)))
                : Optional.of(bound);
    }

    private Optional<Client> client(JwtClaims claims) {
        return claims.string("client_id").flatMap(clients::byId);
    }

    /**
     * RFC 6749 §4.4: for whom the client acts is asked again each time, so that a change counts at the next request.
     */
    private static Authorization ofClient(Client client, JwtClaims claims) {
        return new Authorization(
                "",
                client.actsAs(),
                client.id(),
                scopes(claims),
                claims.audiences().getFirst(),
                AccessTokens.expiry(claims),
                thumbprint(claims));
    }

    private static Set<Scope> scopes(JwtClaims claims) {
        return Scope.known(claims.string("scope").orElse(""));
    }

    private static Optional<String> thumbprint(JwtClaims claims) {
        return claims.values().get("cnf") instanceof Map<?, ?> confirmation
                ? Optional.ofNullable((String) confirmation.get("jkt"))
                : Optional.empty();
    }
}
