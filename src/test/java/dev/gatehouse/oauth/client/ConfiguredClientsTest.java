package dev.gatehouse.oauth.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.platform.config.ConfigurationException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguredClientsTest {
    private static ConfiguredClientSettings withKeys(String jwks) {
        return new ConfiguredClientSettings(
                Optional.empty(),
                Optional.empty(),
                Optional.of(jwks),
                Optional.empty(),
                Optional.empty(),
                "private_key_jwt",
                List.of(),
                List.of("client_credentials"),
                Optional.empty(),
                false,
                Optional.empty());
    }

    @Test
    void are_described_with_their_keys() {
        assertThat(ConfiguredClients.document("robot", withKeys("{\"keys\":[]}"))
                        .getJsonObject("jwks")
                        .toString())
                .isEqualTo("{\"keys\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/keys.json", "{", "[]", "{\"keys\":[],\"keys\":[]}"})
    void have_no_keys_that_are_no_json_object(String jwks) {
        assertThatThrownBy(() -> ConfiguredClients.document("robot", withKeys(jwks)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("Change gatehouse.client.robot.jwks: ");
    }
}
