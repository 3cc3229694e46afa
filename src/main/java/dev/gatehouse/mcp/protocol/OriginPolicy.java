package dev.gatehouse.mcp.protocol;

import dev.gatehouse.platform.config.DeploymentSettings;
import dev.gatehouse.platform.config.Loopback;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Optional;

/** Keeps foreign web pages away, also those that rebound a name to this machine (Streamable HTTP, Security). */
@ApplicationScoped
public class OriginPolicy {
    @Inject
    McpSettings settings;

    @Inject
    DeploymentSettings deployment;

    /** Whether the request may come from where its {@code Origin} and {@code Host} say. Programs send no origin. */
    public boolean allows(HttpHeaders headers) {
        var origin = headers.getHeaderString("Origin");
        return (origin == null || allowsOrigin(origin)) && hostAllowed(headers.getHeaderString(HttpHeaders.HOST));
    }

    /**
     * Whether web pages of an origin may call: this deployment's, configured ones, on loopback also those of this
     * machine.
     */
    public boolean allowsOrigin(String origin) {
        return origin.equals(deployment.publicUrl().toString())
                || settings.allowedOrigins().contains(origin)
                || (deployment.loopback() && host(origin).filter(Loopback::is).isPresent());
    }

    private boolean hostAllowed(String host) {
        return !deployment.loopback()
                || host == null
                || host("http://" + host).filter(Loopback::is).isPresent();
    }

    private static Optional<String> host(String uri) {
        try {
            return Optional.ofNullable(URI.create(uri).getHost());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
