package dev.gatehouse.identity.federation;

import dev.gatehouse.platform.config.ConfigurationException;
import dev.gatehouse.platform.config.Settings;
import java.util.List;

/** The short names of the OpenID Providers that people may sign in with, each with settings of its own. */
@Settings("gatehouse.login")
public record ProvidersSettings(List<String> providers) {
    /** Refuses names that could not stand in a URL. */
    public ProvidersSettings {
        for (var name : providers) {
            if (!name.matches("[a-z0-9-]{1,32}")) {
                throw new ConfigurationException("Change gatehouse.login.providers: '" + name
                        + "' must have 1 to 32 lower-case letters, digits and hyphens.");
            }
        }
    }
}
