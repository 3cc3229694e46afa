package dev.gatehouse.admin.demo;

import dev.gatehouse.platform.json.StrictJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The published demo data, read from the very file that is published: {@code docs/demo.json}. */
record DemoDataset(List<JsonObject> users, List<JsonObject> apiKeys, List<JsonObject> clients) {

    static DemoDataset read() {
        try (var in = DemoDataset.class.getResourceAsStream("/demo.json")) {
            var json = StrictJson.object(in.readAllBytes());
            return new DemoDataset(list(json, "users"), list(json, "apiKeys"), list(json, "clients"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<JsonObject> list(JsonObject json, String name) {
        return json.getJsonArray(name).getValuesAs(JsonObject.class);
    }

    static List<String> texts(JsonObject json, String name) {
        return json.getJsonArray(name).getValuesAs(JsonString::getString);
    }
}
