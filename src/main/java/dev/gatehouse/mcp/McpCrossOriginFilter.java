package dev.gatehouse.mcp;

import dev.gatehouse.mcp.protocol.OriginPolicy;
import dev.gatehouse.platform.http.RequestInfo;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/**
 * Lets the web pages that may call the MCP endpoint read what it answers, its challenge above all; they send tokens,
 * never cookies.
 */
@Provider
@PreMatching
@Priority(4)
@ApplicationScoped
public class McpCrossOriginFilter implements ContainerRequestFilter, ContainerResponseFilter {
    @Inject
    OriginPolicy origins;

    @Inject
    RequestInfo request;

    @Override
    public void filter(ContainerRequestContext context) {
        if (context.getMethod().equals(HttpMethod.OPTIONS) && fromAllowedPage(context)) {
            context.abortWith(Response.noContent()
                    .header("Access-Control-Allow-Methods", "POST, OPTIONS")
                    .header(
                            "Access-Control-Allow-Headers",
                            "Authorization, DPoP, X-API-Key, Content-Type, Accept, MCP-Protocol-Version,"
                                    + " Mcp-Method, Mcp-Name")
                    .header("Access-Control-Max-Age", "3600")
                    .build());
        }
    }

    @Override
    public void filter(ContainerRequestContext context, ContainerResponseContext response) {
        if (fromAllowedPage(context)) {
            response.getHeaders().putSingle("Access-Control-Allow-Origin", context.getHeaderString("Origin"));
            response.getHeaders()
                    .putSingle("Access-Control-Expose-Headers", "WWW-Authenticate, DPoP-Nonce, X-Request-Id");
            response.getHeaders().add("Vary", "Origin");
        }
    }

    private boolean fromAllowedPage(ContainerRequestContext context) {
        var origin = context.getHeaderString("Origin");
        var path = request.resolvedPath();
        return (path.equals("/mcp") || path.equals("/mcp/")) && origin != null && origins.allowsOrigin(origin);
    }
}
