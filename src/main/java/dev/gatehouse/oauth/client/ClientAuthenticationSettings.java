package dev.gatehouse.oauth.client;

import dev.gatehouse.platform.config.ConfigurationException;
import dev.gatehouse.platform.config.Default;
import dev.gatehouse.platform.config.Settings;
import java.time.Duration;
import java.util.Optional;

/**
 * Which ways of client authentication there are beyond secrets and keys. {@code certificateHeader} is where a proxy
 * that ends TLS puts the client's certificate (RFC 9440); without it the connection's own certificate counts.
 */
@Settings("gatehouse.client-authentication")
public record ClientAuthenticationSettings(
        @Default("false") boolean tls,
        Optional<String> certificateHeader,
        @Default("PT5M") Duration assertionLifetime) {

    /** Refuses a lifetime in which no assertion could arrive. */
    public ClientAuthenticationSettings {
        if (!assertionLifetime.isPositive()) {
            throw new ConfigurationException(
                    "Change gatehouse.client-authentication.assertion-lifetime: it must be positive.");
        }
    }
}
