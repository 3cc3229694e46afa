package dev.gatehouse.platform.crypto;

import com.nimbusds.jose.JOSEException;
import dev.gatehouse.platform.config.ConfigReader;
import dev.gatehouse.platform.config.ConfigurationException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.Security;
import java.util.List;

/**
 * The signing keys that an operator keeps in a key store or a hardware module; they sign there and are never exported.
 */
@ApplicationScoped
public class KeyStoreKeys {
    private static final String KEY = "gatehouse.crypto.key-store.";

    @Inject
    ConfigReader config;

    private List<JwsKey> keys;

    @PostConstruct
    void read() {
        keys = read(config.read(KeyStoreSettings.class));
    }

    /** The keys in the order in which the configuration names them; none when no key store is configured. */
    public List<JwsKey> all() {
        return keys;
    }

    /** The first key of each algorithm, with which we sign; the others only verify. Fails unless each has one. */
    public void check() {
        for (var algorithm : SigningAlgorithm.values()) {
            if (!keys.isEmpty() && keys.stream().noneMatch(key -> key.algorithm() == algorithm)) {
                throw new ConfigurationException("Change " + KEY + "aliases: it names no key for " + algorithm
                        + ". Both a P-256 key and an RSA key are needed.");
            }
        }
    }

    static List<JwsKey> read(KeyStoreSettings settings) {
        if (settings.aliases().isEmpty()) {
            return List.of();
        }
        try {
            var password = settings.password().map(String::toCharArray).orElse(null);
            var store = open(settings, password);
            return settings.aliases().stream()
                    .map(alias -> key(store, alias, password))
                    .toList();
        } catch (IOException | GeneralSecurityException | InvalidParameterException | ProviderException e) {
            throw new ConfigurationException("Change " + KEY + "*: the key store cannot be opened (" + e.getMessage()
                    + "). Check path, type, provider-config and password.");
        }
    }

    private static KeyStore open(KeyStoreSettings settings, char[] password)
            throws IOException, GeneralSecurityException {
        if (settings.providerConfig().isPresent()) {
            var provider = Security.getProvider("SunPKCS11")
                    .configure(settings.providerConfig().get());
            var store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, password);
            return store;
        }
        try (var file = Files.newInputStream(Path.of(settings.path().orElseThrow()))) {
            var store = KeyStore.getInstance(settings.type());
            store.load(file, password);
            return store;
        }
    }

    private static JwsKey key(KeyStore store, String alias, char[] password) {
        try {
            if (store.getKey(alias, password) instanceof PrivateKey key && store.getCertificate(alias) != null) {
                return held(store, new KeyPair(store.getCertificate(alias).getPublicKey(), key));
            }
            throw refuse(alias, "there is no private key with a certificate under that name");
        } catch (GeneralSecurityException | JOSEException e) {
            throw refuse(alias, e.getMessage());
        }
    }

    /** A key of a file may be used by any provider, one of a token only by the token's. */
    private static JwsKey held(KeyStore store, KeyPair pair) throws JOSEException {
        return JwsKey.held(pair, store.getType().equals("PKCS11") ? store.getProvider() : null);
    }

    private static ConfigurationException refuse(String alias, String why) {
        return new ConfigurationException("Change " + KEY + "aliases: the key '" + alias + "' cannot be used (" + why
                + "). Name private keys, P-256 or RSA of 2048 bits or more.");
    }
}
