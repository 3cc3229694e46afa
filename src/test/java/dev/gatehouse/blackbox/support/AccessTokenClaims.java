package dev.gatehouse.blackbox.support;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What an access token says, read without asking whether it is true. */
public final class AccessTokenClaims {
    private AccessTokenClaims() {}

    /** The claims. */
    public static JsonObject unverified(String jwt) {
        return part(jwt, 1);
    }

    /** The header. */
    public static JsonObject header(String jwt) {
        return part(jwt, 0);
    }

    private static JsonObject part(String jwt, int index) {
        var json = new String(Base64.getUrlDecoder().decode(jwt.split("\\.")[index]), StandardCharsets.UTF_8);
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
