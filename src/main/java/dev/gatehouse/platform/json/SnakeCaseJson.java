package dev.gatehouse.platform.json;

import jakarta.json.JsonObject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/**
 * One JSON-B for the whole application, writing public records in the snake_case of OAuth; without it one is built per
 * request.
 */
@Provider
public class SnakeCaseJson implements ContextResolver<Jsonb> {
    private static final Jsonb JSONB = JsonbBuilder.create(
            new JsonbConfig().withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES));

    /** A record as the JSON object that it is on the wire. */
    public static JsonObject object(Record wire) {
        return JSONB.fromJson(JSONB.toJson(wire), JsonObject.class);
    }

    @Override
    public Jsonb getContext(Class<?> type) {
        return JSONB;
    }
}
