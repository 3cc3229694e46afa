package dev.gatehouse.mcp.protocol;

import dev.gatehouse.platform.json.JsonValues;
import jakarta.json.JsonObject;

/** What the server says of itself, in the handshake and on every result of the modern era. */
public final class ServerInfo {
    private static final JsonObject INFO = JsonValues.object()
            .add("name", "gatehouse")
            .add("title", "Gatehouse")
            .add("version", "1.0.0")
            .build();

    /** What a model should know before it uses the tools. */
    public static final String INSTRUCTIONS =
            "Tools act as the signed-in person in one organization. Call whoami to learn who and where, and what is"
                    + " allowed.";

    private ServerInfo() {}

    /** The {@code Implementation} object. */
    public static JsonObject json() {
        return INFO;
    }

    /** The capabilities that really are there. */
    public static JsonObject capabilities() {
        return JsonValues.object().add("tools", JsonValues.object()).build();
    }
}
