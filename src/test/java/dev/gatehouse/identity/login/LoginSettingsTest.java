package dev.gatehouse.identity.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.platform.config.ConfigurationException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginSettingsTest {

    @Test
    void accepts_a_lifetime() {
        assertThat(new LoginSettings(Duration.ofHours(12)).sessionLifetime()).hasHours(12);
    }

    /** Nobody would ever be signed in. */
    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1H"})
    void refuses_a_session_that_is_over_before_it_begins(Duration lifetime) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> new LoginSettings(lifetime))
                .withMessageContaining("gatehouse.login.session-lifetime");
    }
}
