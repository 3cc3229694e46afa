package dev.gatehouse.mcp.method;

import dev.gatehouse.access.McpActor;
import dev.gatehouse.mcp.protocol.ProtocolVersion;
import jakarta.json.JsonObject;

/** A request to be answered: who calls, by which revision, with which parameters. */
public record McpCall(McpActor actor, ProtocolVersion version, JsonObject params) {}
