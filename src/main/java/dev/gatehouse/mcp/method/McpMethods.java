package dev.gatehouse.mcp.method;

import dev.gatehouse.mcp.jsonrpc.JsonRpcError;
import dev.gatehouse.mcp.jsonrpc.JsonRpcException;
import dev.gatehouse.mcp.protocol.Era;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** Every method there is, by its wire name. */
@ApplicationScoped
public class McpMethods {
    @Inject
    @Any
    Instance<McpMethod> found;

    private final Map<String, McpMethod> byName = new HashMap<>();

    @PostConstruct
    void index() {
        found.forEach(method -> byName.put(method.name(), method));
    }

    /** The method of that name, or the error for a missing one: in band before 2026-07-28, HTTP 404 since. */
    public McpMethod require(String name, Era era) {
        var method = byName.get(name);
        if (method != null && method.eras().contains(era)) {
            return method;
        }
        var message = "Method not found: " + name.substring(0, Math.min(name.length(), 100));
        throw era == Era.MODERN
                ? JsonRpcException.notFound(message)
                : JsonRpcException.inBand(JsonRpcError.METHOD_NOT_FOUND, message);
    }
}
