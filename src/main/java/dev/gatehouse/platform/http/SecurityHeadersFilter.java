package dev.gatehouse.platform.http;

import dev.gatehouse.platform.config.DeploymentSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.ArrayList;
import java.util.List;

/** Safe unless somebody says otherwise: not stored, not sniffed, not framed, no referrer. */
@Provider
@ApplicationScoped
public class SecurityHeadersFilter implements ContainerResponseFilter {
    @Inject
    DeploymentSettings deployment;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var headers = response.getHeaders();
        headers.computeIfAbsent(HttpHeaders.CACHE_CONTROL, name -> new ArrayList<>(List.of("no-store")));
        headers.putSingle("X-Content-Type-Options", "nosniff");
        headers.putSingle("X-Frame-Options", "DENY");
        headers.putSingle("Referrer-Policy", "no-referrer");
        if (deployment.https()) {
            headers.putSingle("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
