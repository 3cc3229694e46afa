package dev.gatehouse.mcp.method;

import dev.gatehouse.mcp.jsonrpc.JsonRpcError;
import dev.gatehouse.mcp.jsonrpc.JsonRpcException;
import dev.gatehouse.mcp.protocol.Era;
import dev.gatehouse.platform.registry.Registry;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Every method there is, by its wire name. */
@ApplicationScoped
public class McpMethods {
    @Inject
    @Any
    Instance<McpMethod> found;

    private Registry<McpMethod> methods;

    @PostConstruct
    void index() {
        methods = Registry.of(found.stream(), McpMethod::name);
    }

    /** The method of that name, or the error for a missing one: in band before 2026-07-28, HTTP 404 since. */
    public McpMethod require(String name, Era era) {
        return methods.named(name).filter(method -> method.eras().contains(era)).orElseThrow(() -> missing(name, era));
    }

    private static JsonRpcException missing(String name, Era era) {
        var message = "Method not found: " + name.substring(0, Math.min(name.length(), 100));
        return era == Era.MODERN
                ? JsonRpcException.notFound(message)
                : JsonRpcException.inBand(JsonRpcError.METHOD_NOT_FOUND, message);
    }
}
