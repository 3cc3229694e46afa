package dev.gatehouse.mcp.protocol;

/**
 * The two ways of speaking MCP (2026-07-28, Versioning): with a handshake before, or with everything in each request.
 */
public enum Era {
    LEGACY,
    MODERN
}
