package dev.gatehouse.access;

import java.util.List;

/** What the MCP endpoint says of itself as a protected resource (RFC 9728 §2). */
public record ProtectedResourceMetadata(
        String resource,
        List<String> authorizationServers,
        List<String> scopesSupported,
        List<String> bearerMethodsSupported,
        String resourceName) {}
