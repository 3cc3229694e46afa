package dev.gatehouse.oauth.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.platform.config.ConfigurationException;
import dev.gatehouse.platform.crypto.SigningAlgorithm;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigningKeySettingsTest {

    @ParameterizedTest
    @CsvSource({"P90D, PT1H", "PT11S, PT10S", "P3650D, P30D"})
    void take_what_can_work(Duration lifetime, Duration overlap) {
        assertThat(settings(lifetime, overlap).signingKeyLifetime()).isEqualTo(lifetime);
    }

    @ParameterizedTest
    @CsvSource({"PT10S, PT10S", "PT1H, PT9.999S", "PT1H, PT0S", "PT1H, -PT1H", "-PT1H, PT1H", "P3651D, PT1H"})
    void refuse_what_cannot(Duration lifetime, Duration overlap) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> settings(lifetime, overlap))
                .withMessageContaining("gatehouse.oauth.signing-key-");
    }

    @ParameterizedTest
    @CsvSource({"PT10S, PT2.5S", "PT20M, PT5M", "PT1H, PT15M", "P30D, PT15M"})
    void let_keys_be_cached_for_a_part_of_the_overlap_only(Duration overlap, Duration caching) {
        assertThat(settings(Duration.ofDays(90), overlap).publishedKeysCaching())
                .isEqualTo(caching);
    }

    private static SigningKeySettings settings(Duration lifetime, Duration overlap) {
        return new SigningKeySettings(SigningAlgorithm.ES256, lifetime, overlap);
    }

    @Test
    void sign_access_tokens_by_es256_unless_told_otherwise() {
        assertThat(dev.gatehouse.platform.config.SettingsKey.of(SigningKeySettings.class))
                .anyMatch(key -> key.name().equals("gatehouse.oauth.signing-algorithm")
                        && key.defaultValue().filter("ES256"::equals).isPresent());
    }
}
