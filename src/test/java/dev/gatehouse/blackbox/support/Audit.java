package dev.gatehouse.blackbox.support;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the audit trail says, as an organization's key or the platform administrator may read it. */
public final class Audit {
    private static final int LATEST = 200;
    private static final Map<String, McpDriver> ADMINISTRATORS = new ConcurrentHashMap<>();

    private Audit() {}

    /** The events of a client in the organization of that API key, newest first. */
    public static List<JsonObject> of(String clientId, String apiKey) {
        return McpDriver.key(apiKey).auditEvents(LATEST).stream()
                .filter(event -> event.getString("clientId", "").equals(clientId))
                .toList();
    }

    /** The names of what a client did or was given in Acme, newest first. */
    public static List<String> actions(String clientId) {
        return of(clientId, Demo.ACME_KEY).stream()
                .map(event -> event.getString("action"))
                .toList();
    }

    /** What was recorded of the request that got this answer, in Acme or in no organization. */
    public static List<JsonObject> during(Reply reply) {
        var request = reply.header("X-Request-Id").orElseThrow(() -> new AssertionError("no request id: " + reply));
        return administrator().auditEvents(LATEST).stream()
                .filter(event -> event.getString("requestId", "").equals(request))
                .toList();
    }

    /** One for each server: another one knows nothing of this one's tokens. */
    private static McpDriver administrator() {
        return ADMINISTRATORS.computeIfAbsent(
                Sut.url(""),
                server -> McpDriver.bearer(OAuthDance.register(Json.createObjectBuilder()
                                .add("client_name", "Audit reader")
                                .build())
                        .tokens(Demo.ADMIN)
                        .getString("access_token")));
    }
}
