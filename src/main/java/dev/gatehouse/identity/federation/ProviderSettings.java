package dev.gatehouse.identity.federation;

import dev.gatehouse.platform.config.ConfigurationException;
import dev.gatehouse.platform.config.Default;
import dev.gatehouse.platform.config.Loopback;
import dev.gatehouse.platform.config.Settings;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** An OpenID Provider that people may sign in with, and what we are to it. */
@Settings("gatehouse.login.provider.*")
public record ProviderSettings(
        Optional<String> name,
        URI issuer,
        String clientId,
        Optional<String> clientSecret,
        @Default("openid email profile") String scopes,
        @Default("false") boolean createsPeople) {
    /** Refuses an issuer that cannot prove who it is, and scopes that bring no ID token. */
    public ProviderSettings {
        boolean local = "http".equals(issuer.getScheme()) && Loopback.is(issuer);
        if (!"https".equals(issuer.getScheme()) && !local) {
            throw new ConfigurationException(
                    "Change gatehouse.login.provider.<name>.issuer: '" + issuer + "' must be an https URL.");
        }
        if (!List.of(scopes.split(" ")).contains("openid")) {
            throw new ConfigurationException(
                    "Change gatehouse.login.provider.<name>.scopes: '" + scopes + "' must contain openid.");
        }
    }

    @Override
    public String toString() {
        return "ProviderSettings[" + issuer + "]";
    }
}
