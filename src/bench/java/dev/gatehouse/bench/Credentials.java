package dev.gatehouse.bench;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** HTTP Basic of a client. */
final class Credentials {
    private Credentials() {}

    /** Of a client as {@code docs/demo.json} lists it. */
    static String basic(JsonObject client) {
        return basic(client.getString("clientId"), client.getString("clientSecret"));
    }

    static String basic(String id, String secret) {
        return Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }
}
