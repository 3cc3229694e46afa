package dev.gatehouse.platform.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.platform.config.ConfigurationException;
import dev.gatehouse.platform.config.DeploymentSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EgressSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT61S"})
    void refuses_a_deadline_that_cannot_work(Duration time) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() ->
                        new EgressSettings(Duration.ofSeconds(1), time, 1, 1, 1, 1, List.of(), Optional.empty(), false))
                .withMessageStartingWith("Change gatehouse.outbound.deadline");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void refuses_a_limit_that_lets_nothing_through(int limit) {
        var second = Duration.ofSeconds(1);

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(
                        () -> new EgressSettings(second, second, 1, 1, 1, limit, List.of(), Optional.empty(), false))
                .withMessageStartingWith("Change gatehouse.outbound.fetches-per-minute-per-host");
    }

    @Test
    void refuses_to_look_at_its_own_machine_where_others_can_ask_for_it() {
        var open = Outbound.settings(true);

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> EgressSettingsProducer.safe(
                        open, new DeploymentSettings(URI.create("https://mcp.example.com"))))
                .withMessageStartingWith("Set gatehouse.outbound.allow-loopback=false");
        assertThat(EgressSettingsProducer.safe(open, new DeploymentSettings(URI.create("http://localhost:8080"))))
                .isSameAs(open);
    }
}
