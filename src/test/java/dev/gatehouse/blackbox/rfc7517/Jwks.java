package dev.gatehouse.blackbox.rfc7517;

import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.Sut;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** The published keys as a client sees them. */
final class Jwks {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Jwks() {}

    /** The keys of the server under test. */
    static List<JsonObject> keys() {
        return keys(URI.create(Sut.url("")));
    }

    /** The keys of a node. */
    static List<JsonObject> keys(URI node) {
        return Http.request("GET", node + "/oauth/jwks")
                .send()
                .json()
                .getJsonArray("keys")
                .getValuesAs(JsonObject.class);
    }

    /** The ids of the keys for an algorithm, the newest first. */
    static List<String> ids(String algorithm) {
        return ids(keys(), algorithm);
    }

    /** The ids among those keys of the ones for an algorithm. */
    static List<String> ids(List<JsonObject> keys, String algorithm) {
        return keys.stream()
                .filter(key -> key.getString("alg").equals(algorithm))
                .map(key -> key.getString("kid"))
                .toList();
    }

    /** Waits until something has come true; every node looks at the database every other second. */
    static void await(Supplier<Boolean> condition) {
        for (long waited = 0; !condition.get(); waited += 200) {
            if (waited > PATIENCE.toMillis()) {
                throw new AssertionError("did not come true within " + PATIENCE);
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
