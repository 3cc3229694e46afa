package dev.gatehouse.blackbox.support;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An OAuth client and the person in front of it: register, authorize, redeem, refresh, each step open to be done wrong.
 */
public final class OAuthDance {
    /** The redirect URI that {@link #register()} registers. */
    public static final String REDIRECT_URI = "http://localhost:3000/callback";

    private final String clientId;
    private final String verifier;
    private final Browser browser = new Browser();
    private final Map<String, String> authorization = new LinkedHashMap<>();

    private OAuthDance(String clientId) {
        this.clientId = clientId;
        this.verifier = randomVerifier();
        authorization.put("response_type", "code");
        authorization.put("client_id", clientId);
        authorization.put("redirect_uri", REDIRECT_URI);
        authorization.put("state", "a state & more");
        authorization.put("code_challenge", challenge(verifier));
        authorization.put("code_challenge_method", "S256");
        authorization.put("resource", Sut.url("/mcp"));
    }

    /** A dance of a new public client. */
    public static OAuthDance register() {
        return of(registerClient(Json.createObjectBuilder().build()).json().getString("client_id"));
    }

    /** A dance of a client that is known by its id. */
    public static OAuthDance of(String clientId) {
        return new OAuthDance(clientId);
    }

    /** Registers a public client with {@link #REDIRECT_URI}; members given replace or extend that. */
    public static Reply registerClient(JsonObject members) {
        var metadata = Json.createObjectBuilder()
                .add("client_name", "Black-box test")
                .add("redirect_uris", Json.createArrayBuilder().add(REDIRECT_URI))
                .add("token_endpoint_auth_method", "none");
        members.forEach(metadata::add);
        return Http.post("/oauth/register").json(metadata.build()).send();
    }

    /** Changes a parameter of the authorization request; null leaves it out. */
    public OAuthDance with(String parameter, String value) {
        if (value == null) {
            authorization.remove(parameter);
        } else {
            authorization.put(parameter, value);
        }
        return this;
    }

    /** The path and query of the authorization request. */
    public String authorizationPath() {
        return "/oauth/authorize?" + Http.encode(authorization);
    }

    /** Sends the authorization request and follows it to the page that it shows, or to where it leads away. */
    public Reply authorize() {
        return browser.visit(authorizationPath());
    }

    /** Authorizes and signs in; ends at the organization page, the consent page, or away. */
    public Reply signIn(Demo.User user) {
        return browser.signIn(authorize().page(), user);
    }

    /** Authorizes, signs in, chooses an organization by slug if asked, allows; ends at the redirect to the client. */
    public Reply allow(Demo.User user, String organization) {
        var reply = signIn(user);
        if (reply.body().contains("name=\"organization\"")) {
            reply = browser.submit(reply.page().form().press("organization", organization));
        }
        return browser.submit(reply.page().form().press("decision", "approve"));
    }

    /** Goes all the way to a code, as a member of Acme. */
    public String code(Demo.User user) {
        var reply = allow(user, "acme");
        return reply.location().parameter("code").orElseThrow(() -> new AssertionError("no code: " + reply));
    }

    /** The token request for a code, to be sent as it is or changed. */
    public Map<String, String> tokenRequest(String code) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", REDIRECT_URI);
        form.put("client_id", clientId);
        form.put("code_verifier", verifier);
        return form;
    }

    /** Redeems a code. */
    public Reply redeem(String code) {
        return Http.post("/oauth/token").form(tokenRequest(code)).send();
    }

    /** Uses a refresh token. */
    public Reply refresh(String refreshToken) {
        return Http.post("/oauth/token")
                .form(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken, "client_id", clientId))
                .send();
    }

    /** Revokes a token. */
    public Reply revoke(String token) {
        return Http.post("/oauth/revoke")
                .form(Map.of("token", token, "client_id", clientId))
                .send();
    }

    /** Goes all the way to tokens, as a member of Acme. */
    public JsonObject tokens(Demo.User user) {
        return redeem(code(user)).json();
    }

    /** The client's id. */
    public String clientId() {
        return clientId;
    }

    /** The person's browser. */
    public Browser browser() {
        return browser;
    }

    /** A verifier of RFC 7636 §4.1. */
    public static String randomVerifier() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The S256 challenge of a verifier. */
    public static String challenge(String verifier) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
