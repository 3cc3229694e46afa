package dev.gatehouse.mcp.method;

import dev.gatehouse.mcp.protocol.Era;
import jakarta.json.JsonObject;
import java.util.Set;

/** A method of the protocol. Implementations are found by this type: to add one is to write one class. */
public interface McpMethod {
    /** The {@code method} on the wire. */
    String name();

    /** The eras that have it. */
    Set<Era> eras();

    /** Answers a call, or throws the JSON-RPC error that refuses it. */
    JsonObject answer(McpCall call);
}
