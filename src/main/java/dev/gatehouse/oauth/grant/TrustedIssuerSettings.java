package dev.gatehouse.oauth.grant;

import dev.gatehouse.platform.config.ConfigurationException;
import dev.gatehouse.platform.config.Default;
import dev.gatehouse.platform.config.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * An identity provider whose word about a person counts (enterprise-managed authorization); the {@code *} is a name for
 * it. The person is whoever here has the e-mail address in {@code emailClaim}.
 */
@Settings("gatehouse.trusted-issuer.*")
record TrustedIssuerSettings(
        String issuer,
        Optional<String> jwksUri,
        Optional<String> jwks,
        @Default("email") String emailClaim,
        @Default("PT5M") Duration assertionLifetime) {

    /** Refuses an issuer whose signatures could not be checked. */
    TrustedIssuerSettings {
        if (jwksUri.isPresent() == jwks.isPresent()) {
            throw new ConfigurationException(
                    "Set exactly one of gatehouse.trusted-issuer.*.jwks-uri and .jwks for the issuer " + issuer + ".");
        }
        if (!assertionLifetime.isPositive()) {
            throw new ConfigurationException(
                    "Change gatehouse.trusted-issuer.*.assertion-lifetime: it must be positive.");
        }
        jwksUri.ifPresent(URI::create);
    }
}
