package dev.gatehouse.platform.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.platform.config.ConfigurationException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"/token=/oauth/token", "/api/auth/.well-known/*=/.well-known/*"})
    void accepts_an_alias_from_path_to_path(String alias) {
        assertThatCode(() -> settings(alias)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/token", "token=/oauth/token", "/token=oauth/token", "/a=/b=/c", "=", ""})
    void refuses_another_alias_and_shows_the_form(String alias) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> settings(alias))
                .withMessage("Change gatehouse.http.aliases: '%s' must look like /old/path=/new/path.", alias);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MAX_VALUE})
    void refuses_a_body_limit_that_cannot_work(int limit) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> new HttpSettings(limit, 1, List.of(), List.of()))
                .withMessageStartingWith("Change gatehouse.http.max-body-size");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> new HttpSettings(1, limit, List.of(), List.of()))
                .withMessageStartingWith("Change gatehouse.http.max-form-size");
    }

    private static HttpSettings settings(String alias) {
        return new HttpSettings(1, 1, List.of(alias), List.of());
    }
}
