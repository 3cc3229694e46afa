package dev.gatehouse.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CryptoSettingsTest {

    @Test
    void hides_the_key_from_logs() {
        assertThat(new CryptoSettings(Optional.of("a-very-secret-key"))).hasToString("CryptoSettings[hidden]");
    }
}
