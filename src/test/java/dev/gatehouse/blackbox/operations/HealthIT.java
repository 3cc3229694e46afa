package dev.gatehouse.blackbox.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Health in the form of MicroProfile Health, on the application's own port. */
class HealthIT {

    @ParameterizedTest
    @ValueSource(strings = {"live", "ready", "started"})
    void is_up(String question) {
        var health = health(question);

        assertThat(health.status()).isEqualTo(200);
        assertThat(health.header("Content-Type").orElse("")).startsWith("application/json");
        assertThat(health.header("Cache-Control")).contains("no-store");
        assertThat(health.json().getString("status")).isEqualTo("UP");
        assertThat(health.json().getJsonArray("checks")).isNotNull();
    }

    @Test
    void is_ready_when_the_database_answers() {
        assertThat(health("ready")
                        .json()
                        .getJsonArray("checks")
                        .getJsonObject(0)
                        .getString("name"))
                .isEqualTo("database");
        assertThat(health("ready")
                        .json()
                        .getJsonArray("checks")
                        .getJsonObject(0)
                        .getString("status"))
                .isEqualTo("UP");
    }

    @Test
    void is_alive_without_asking_the_database() {
        assertThat(health("live").json().getJsonArray("checks")).isEmpty();
    }

    @Test
    void tells_strangers_nothing_more() {
        assertThat(health("ready").body()).doesNotContainIgnoringCase("jdbc", "h2", "postgres", "version");
    }

    private static Reply health(String question) {
        return Http.get("/health/" + question).send();
    }
}
