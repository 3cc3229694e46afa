package dev.gatehouse.blackbox.support;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;

/** The traces of authorization attempts, as the platform administrator reads them. */
public final class Doctor {
    private static final String PATH = "/v1/authorization-attempts";

    private Doctor() {}

    /** What is found with those query parameters, newest first. */
    public static Reply ask(Map<String, String> query) {
        return administrator().open(PATH + "?" + Http.encode(query));
    }

    /** The attempts of a client, newest first. */
    public static List<JsonObject> of(String clientId) {
        return attempts(ask(Map.of("client_id", clientId)));
    }

    /** The one attempt that the reference of that answer leads to. */
    public static JsonObject behind(Reply reply) {
        var reference = reply.header("X-Request-Id").orElseThrow();
        var found = attempts(ask(Map.of("reference", reference)));
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " attempts with reference " + reference + ": " + found);
        }
        return found.getFirst();
    }

    /** The names of an attempt's steps, refused ones with an exclamation mark. */
    public static List<String> steps(JsonObject attempt) {
        return attempt.getJsonArray("steps").getValuesAs(JsonObject.class).stream()
                .map(step -> step.getString("step") + (step.getString("outcome").equals("refused") ? "!" : ""))
                .toList();
    }

    /** A browser in which the platform administrator is signed in. */
    public static Browser administrator() {
        var browser = new Browser();
        browser.signIn(browser.open("/login").page(), Demo.ADMIN);
        return browser;
    }

    private static List<JsonObject> attempts(Reply reply) {
        return reply.json().getJsonArray("authorization_attempts").getValuesAs(JsonObject.class);
    }
}
