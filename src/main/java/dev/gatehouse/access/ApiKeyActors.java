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
    Remembered<String, Recognition.Recognized> recent;

    @Inject
    Clock clock;

    Recognition recognize(Secret presented) {
        return recent.get(presented.hash(), () -> recognized(presented))
                .filter(known -> !expired(known))
                .map(Recognition.class::cast)
                .orElseGet(() -> standings.of(presented));
    }

    private Optional<Recognition.Recognized> recognized(Secret presented) {
        return standings.of(presented) instanceof Recognition.Recognized known ? Optional.of(known) : Optional.empty();
    }

    private boolean expired(Recognition.Recognized known) {
        return known.actor() instanceof ApiKeyMcpActor actor && actor.key().expired(clock.instant());
    }
}
