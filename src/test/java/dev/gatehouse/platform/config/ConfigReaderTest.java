package dev.gatehouse.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigReaderTest {

    @Settings("example")
    record Everything(
            @Default("7") int count,
            @Default("false") boolean enabled,
            @Default("PT1M") Duration longLifetime,
            @Default("http://localhost") URI address,
            @Default("a,b") List<String> names,
            @Default("") List<String> nothing,
            Optional<String> secret) {}

    @Settings("example")
    record Demanding(String name) {}

    @Settings("example")
    record Choosy(@Default("1") int count) {
        Choosy {
            if (count > 1) {
                throw new ConfigurationException("Change example.count: it must be 1.");
            }
        }
    }

    @Test
    void reads_defaults_where_nothing_is_set() {
        assertThat(read(Everything.class, Map.of()))
                .isEqualTo(new Everything(
                        7,
                        false,
                        Duration.ofMinutes(1),
                        URI.create("http://localhost"),
                        List.of("a", "b"),
                        List.of(),
                        Optional.empty()));
    }

    @Test
    void reads_what_is_set() {
        assertThat(read(
                        Everything.class,
                        Map.of(
                                "example.count", "8",
                                "example.enabled", "true",
                                "example.long-lifetime", "PT2S",
                                "example.address", "https://mcp.example.com",
                                "example.names", "c",
                                "example.nothing", "d",
                                "example.secret", "s")))
                .isEqualTo(new Everything(
                        8,
                        true,
                        Duration.ofSeconds(2),
                        URI.create("https://mcp.example.com"),
                        List.of("c"),
                        List.of("d"),
                        Optional.of("s")));
    }

    @Test
    void forgives_blanks_around_a_value() {
        assertThat(read(Choosy.class, Map.of("example.count", " 1 ")).count()).isEqualTo(1);
    }

    @Test
    void drops_blanks_and_empty_items_from_a_list() {
        assertThat(read(Everything.class, Map.of("example.names", " a, ,b,,")).names())
                .containsExactly("a", "b");
    }

    @ParameterizedTest
    @CsvSource({
        "example.count, seven, int",
        "example.count, 99999999999, int",
        "example.long-lifetime, 60, Duration",
        "example.address, http://a b, URI"
    })
    void names_the_key_and_the_value_that_do_not_fit(String key, String value, String type) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> read(Everything.class, Map.of(key, value)))
                .withMessage("Change %s: '%s' is not a valid %s.", key, value, type);
    }

    @Test
    void names_a_key_that_must_be_set() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> read(Demanding.class, Map.of()))
                .withMessage("Set example.name; it has no default.");
    }

    @Test
    void lets_the_record_refuse_in_its_own_words() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> read(Choosy.class, Map.of("example.count", "2")))
                .withMessage("Change example.count: it must be 1.");
    }

    private static <R extends Record> R read(Class<R> settings, Map<String, String> values) {
        return ConfigReader.read(settings, name -> Optional.ofNullable(values.get(name)), new PlainConverters());
    }
}
