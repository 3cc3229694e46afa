package dev.gatehouse.oauth.client;

import dev.gatehouse.platform.config.ConfigurationException;
import dev.gatehouse.platform.config.Default;
import dev.gatehouse.platform.config.Settings;
import java.util.List;
import java.util.Optional;

/**
 * A client that the operator names in the configuration; the {@code *} is its client id. A {@code trusted} one needs no
 * consent; {@code actsAs} is the e-mail address of the person for whom its client_credentials tokens act.
 */
@Settings("gatehouse.client.*")
record ConfiguredClientSettings(
        Optional<String> name,
        Optional<String> secret,
        Optional<String> jwks,
        Optional<String> jwksUri,
        Optional<String> certificateSubject,
        @Default("client_secret_basic") String authenticationMethod,
        List<String> redirectUris,
        @Default("authorization_code,refresh_token") List<String> grantTypes,
        Optional<String> scope,
        @Default("false") boolean trusted,
        Optional<String> actsAs) {
    private static final int SHORTEST_SECRET = 16;

    /** Refuses a secret that could be guessed. */
    ConfiguredClientSettings {
        if (secret.filter(value -> value.length() < SHORTEST_SECRET).isPresent()) {
            throw new ConfigurationException(
                    "Change gatehouse.client.*.secret: it must have at least " + SHORTEST_SECRET + " characters.");
        }
    }

    @Override
    public String toString() {
        return "ConfiguredClientSettings[hidden]";
    }
}
