package dev.gatehouse.platform.page;

import dev.gatehouse.platform.config.DeploymentSettings;
import dev.gatehouse.platform.crypto.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Cookies that carry a secret: HttpOnly, SameSite=Lax, and behind https {@code Secure} with the {@code __Host-} prefix
 * (RFC 6265bis §4.1.3).
 */
@ApplicationScoped
public class Cookies {
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

    @Inject
    DeploymentSettings deployment;

    /** The secret in a cookie of the request; empty also when what it carries cannot be one of ours. */
    public Optional<Secret> read(HttpHeaders headers, String name) {
        return Optional.ofNullable(headers.getCookies().get(wireName(name)))
                .map(Cookie::getValue)
                .filter(value -> SECRET.matcher(value).matches())
                .map(Secret::new);
    }

    /** A cookie that keeps the secret in the browser for that long. */
    public NewCookie keep(String name, Secret secret, Duration lifetime) {
        return cookie(name, secret.reveal(), (int) lifetime.toSeconds());
    }

    /** A cookie that makes the browser forget. */
    public NewCookie forget(String name) {
        return cookie(name, "", 0);
    }

    private NewCookie cookie(String name, String value, int maxAge) {
        return new NewCookie.Builder(wireName(name))
                .value(value)
                .path("/")
                .maxAge(maxAge)
                .httpOnly(true)
                .secure(deployment.https())
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    private String wireName(String name) {
        return deployment.https() ? "__Host-" + name : name;
    }
}
