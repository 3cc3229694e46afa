package dev.gatehouse.oauth.client;

import dev.gatehouse.platform.config.ConfigurationException;
import java.util.Arrays;

/** Who may register a client (RFC 7591 §3). */
public enum RegistrationPolicy {
    /** Anybody. */
    OPEN("open"),
    /** Whoever has an initial access token from the operator. */
    INITIAL_TOKEN("initial-token"),
    /** Nobody: only clients that are described by a document or by the configuration. */
    OFF("off");

    private final String wireName;

    RegistrationPolicy(String wireName) {
        this.wireName = wireName;
    }

    /** The policy as the configuration names it. */
    public static RegistrationPolicy of(String name) {
        return Arrays.stream(values())
                .filter(policy -> policy.wireName.equals(name))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(
                        "Change gatehouse.registration.policy: '" + name + "' is none of open, initial-token, off."));
    }
}
