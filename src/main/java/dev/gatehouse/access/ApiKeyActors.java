package dev.gatehouse.access;

import dev.gatehouse.platform.crypto.Secret;
import dev.gatehouse.platform.standing.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** From an API key to its actor, remembered since each key comes with many requests. */
@ApplicationScoped
class ApiKeyActors {
    @Inject
    ApiKeyStandings standings;

    @Inject
    Remembered<String, ApiKeyMcpActor> recent;

    @Inject
    Clock clock;

    Recognition recognize(Secret presented) {
        return recent.get(presented.hash(), () -> recognized(presented))
                .filter(actor -> !actor.key().expired(clock.instant()))
                .<Recognition>map(Recognition.Recognized::new)
                .orElseGet(() -> standings.of(presented));
    }

    private Optional<ApiKeyMcpActor> recognized(Secret presented) {
        return standings.of(presented) instanceof Recognition.Recognized(ApiKeyMcpActor actor)
                ? Optional.of(actor)
                : Optional.empty();
    }
}
