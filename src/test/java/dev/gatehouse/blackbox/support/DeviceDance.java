package dev.gatehouse.blackbox.support;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** A device without a browser and the person who helps it (RFC 8628), each step open to be done wrong. */
public final class DeviceDance {
    /** The grant type. */
    public static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";

    private final OAuthDance client;
    private final JsonObject codes;

    private DeviceDance(OAuthDance client, JsonObject codes) {
        this.client = client;
        this.codes = codes;
    }

    /** A public client that is registered for devices only. */
    public static OAuthDance client() {
        return OAuthDance.register(Json.createObjectBuilder()
                .add("grant_types", Json.createArrayBuilder().add(GRANT).add("refresh_token"))
                .add("redirect_uris", Json.createArrayBuilder())
                .build());
    }

    /** Asks for codes with that scope; null leaves it out. */
    public static Reply ask(OAuthDance client, String scope) {
        var form = new LinkedHashMap<>(Map.of("client_id", client.clientId()));
        if (scope != null) {
            form.put("scope", scope);
        }
        return client.send("/oauth/device_authorization", form);
    }

    /** A device of a new client that has its codes. */
    public static DeviceDance begin() {
        return begin(client(), null);
    }

    /** A device of that client that has its codes. */
    public static DeviceDance begin(OAuthDance client, String scope) {
        var reply = ask(client, scope);
        if (reply.status() != 200) {
            throw new AssertionError(reply.toString());
        }
        return new DeviceDance(client, reply.json());
    }

    /** What the device was given. */
    public JsonObject codes() {
        return codes;
    }

    /** The code for the person. */
    public String userCode() {
        return codes.getString("user_code");
    }

    /** The client that the device runs. */
    public OAuthDance application() {
        return client;
    }

    /** The device asks for its tokens. */
    public Reply poll() {
        return poll(client);
    }

    /** Another client asks for them. */
    public Reply poll(OAuthDance other) {
        return other.send(
                "/oauth/token",
                Map.of(
                        "grant_type",
                        GRANT,
                        "device_code",
                        codes.getString("device_code"),
                        "client_id",
                        other.clientId()));
    }

    /** Enters a code in a browser; ends at the sign-in page, the consent page or the form again. */
    public static Reply enter(Browser browser, String userCode) {
        return browser.submit(browser.open("/oauth/device").page().form().fill("user_code", userCode));
    }

    /** Enters the code and signs in; ends at the organization or consent page. */
    public Reply signIn(Browser browser, Demo.User user) {
        return browser.signIn(enter(browser, userCode()).page(), user);
    }

    /** Goes all the way to the page that says that the device is connected. */
    public Reply allow(Browser browser, Demo.User user) {
        return client.in(browser).answer(signIn(browser, user), "acme");
    }
}
