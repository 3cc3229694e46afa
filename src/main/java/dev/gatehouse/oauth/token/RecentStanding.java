package dev.gatehouse.oauth.token;

import dev.gatehouse.platform.crypto.JwtClaims;
import dev.gatehouse.platform.standing.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The {@link TokenStanding} of access tokens as {@link Remembered} has it, since each comes with many requests. */
@ApplicationScoped
class RecentStanding {
    @Inject
    TokenStanding standing;

    @Inject
    Remembered<String, Authorization> recent;

    /** The authorization of a token; empty when it has ended. */
    Optional<Authorization> of(JwtClaims claims) {
        return recent.get(AccessTokens.id(claims), () -> standing.of(claims));
    }
}
