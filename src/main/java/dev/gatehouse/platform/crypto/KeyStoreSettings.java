package dev.gatehouse.platform.crypto;

import dev.gatehouse.platform.config.ConfigurationException;
import dev.gatehouse.platform.config.Default;
import dev.gatehouse.platform.config.Settings;
import java.util.List;
import java.util.Optional;

/**
 * A Java key store that holds the signing keys instead of the database: a file ({@code path}), or a PKCS#11 token that
 * {@code providerConfig}, a configuration file of SunPKCS11, leads to. No aliases, no key store.
 */
@Settings("gatehouse.crypto.key-store")
public record KeyStoreSettings(
        List<String> aliases,
        Optional<String> path,
        @Default("PKCS12") String type,
        Optional<String> providerConfig,
        Optional<String> password) {

    /** Refuses aliases without a place to look for them. */
    public KeyStoreSettings {
        if (!aliases.isEmpty() && path.isPresent() == providerConfig.isPresent()) {
            throw new ConfigurationException("Set exactly one of gatehouse.crypto.key-store.path and"
                    + " gatehouse.crypto.key-store.provider-config, because gatehouse.crypto.key-store.aliases"
                    + " names keys in it.");
        }
    }

    @Override
    public String toString() {
        return "KeyStoreSettings[" + aliases + "]";
    }
}
