package dev.gatehouse.blackbox.support;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The published demo data, from {@code docs/demo.json}. */
public final class Demo {
    /** Somebody who can sign in. */
    public record User(String email, String password) {}

    private static final JsonObject DATA = read();

    /** The owner of Acme. */
    public static final User OWNER = user("owner@acme.example");
    /** The auditor of Acme, who may read everything and change nothing. */
    public static final User AUDITOR = user("auditor@acme.example");
    /** An employee of Acme, whose role opens the portal only. */
    public static final User EMPLOYEE = user("employee@acme.example");
    /** A member of Acme with a custom role. */
    public static final User SUPPORT = user("support@acme.example");
    /** A member of Acme and Globex with app access in both. */
    public static final User BOTH = user("both@gatehouse.example");
    /** A member of Acme with app access and of Globex without. */
    public static final User MIXED = user("mixed@gatehouse.example");
    /** A member of nothing. */
    public static final User NOBODY = user("nobody@gatehouse.example");
    /** The platform administrator. */
    public static final User ADMIN = user("admin@gatehouse.example");

    /** The full key of Acme. */
    public static final String ACME_KEY = key(0);
    /** The read-only key of Acme. */
    public static final String ACME_READ_KEY = key(1);
    /** The key of Globex. */
    public static final String GLOBEX_KEY = key(2);

    private Demo() {}

    /** The trusted first-party client, as {@code docs/demo.json} has it. */
    public static JsonObject trustedClient() {
        return DATA.getJsonArray("clients").getJsonObject(0);
    }

    private static User user(String email) {
        return DATA.getJsonArray("users").getValuesAs(JsonObject.class).stream()
                .filter(user -> user.getString("email").equals(email))
                .map(user -> new User(email, user.getString("password")))
                .findFirst()
                .orElseThrow();
    }

    private static String key(int index) {
        return DATA.getJsonArray("apiKeys").getJsonObject(index).getString("key");
    }

    private static JsonObject read() {
        try (var reader = Json.createReader(Files.newBufferedReader(Path.of("docs/demo.json")))) {
            return reader.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
