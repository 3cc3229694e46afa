package dev.gatehouse.oauth.dpop;

import dev.gatehouse.platform.crypto.Encryption;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** The nonces of RFC 9449 §8: the time, sealed, so that every node knows every node's without keeping any. */
@ApplicationScoped
class DpopNonces {
    private static final String CONTEXT = "dpop_nonce";

    @Inject
    Encryption encryption;

    @Inject
    DpopSettings settings;

    @Inject
    Clock clock;

    /** A nonce for the next proof. */
    String fresh() {
        return encryption.seal(Long.toString(clock.instant().getEpochSecond()), CONTEXT);
    }

    /** Whether a nonce is one of ours that has not grown old. */
    boolean accepts(String nonce) {
        return encryption
                .openIfGenuine(nonce, CONTEXT)
                .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)))
                .filter(made -> made.plus(settings.nonceLifetime()).isAfter(clock.instant()))
                .isPresent();
    }
}
