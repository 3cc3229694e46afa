package dev.gatehouse.blackbox.rfc7517;

import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.Sut;
import dev.gatehouse.blackbox.support.Witness;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Supplier;

/** The published keys as a client sees them. */
public final class Jwks {
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
    public static List<String> ids(String algorithm) {
        return ids(keys(), algorithm);
    }

    /** The ids among those keys of the ones for an algorithm. */
    static List<String> ids(List<JsonObject> keys, String algorithm) {
        return keys.stream()
                .filter(key -> key.getString("alg").equals(algorithm))
                .map(key -> key.getString("kid"))
                .toList();
    }

    /**
     * Lets time pass until of each algorithm the newest key signs and no other is left, on both nodes. Which algorithm
     * comes first may change for another second.
     */
    static void settle(Witness witness) {
        var now = OffsetDateTime.now();
        witness.database()
                .change(
                        "update oauth_signing_key set signs_from = case when signs_from > ? then cast(? as timestamp"
                                + " with time zone) else cast(? as timestamp with time zone) end",
                        now,
                        now.minusHours(3),
                        now.minusHours(4));
        await(() -> keys(witness.server().baseUrl()).size() == 2
                && keys(witness.second().baseUrl()).size() == 2);
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
