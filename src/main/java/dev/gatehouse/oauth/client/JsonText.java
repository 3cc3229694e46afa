package dev.gatehouse.oauth.client;

import dev.gatehouse.platform.json.StrictJson;
import jakarta.json.JsonObject;
import jakarta.json.bind.adapter.JsonbAdapter;
import java.nio.charset.StandardCharsets;

/** Writes a stored JSON text as the object that it is. */
public class JsonText implements JsonbAdapter<String, JsonObject> {
    @Override
    public JsonObject adaptToJson(String text) {
        return StrictJson.object(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String adaptFromJson(JsonObject object) {
        return object.toString();
    }
}
