package dev.gatehouse.platform.crypto;

import dev.gatehouse.platform.config.Settings;
import java.util.Optional;

/** What protects private keys at rest. */
@Settings("gatehouse.crypto")
public record CryptoSettings(Optional<String> encryptionKey) {
    @Override
    public String toString() {
        return "CryptoSettings[hidden]";
    }
}
