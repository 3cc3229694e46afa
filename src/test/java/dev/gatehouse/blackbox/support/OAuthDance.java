package dev.gatehouse.blackbox.support;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * An OAuth client and the person in front of it: register, authorize, redeem, refresh, each step open to be done wrong.
 */
public final class OAuthDance {
    /** The redirect URI that {@link #register()} registers. */
    public static final String REDIRECT_URI = "http://localhost:3000/callback";

    /** The state of every authorization request, with characters that must survive. */
    public static final String STATE = "a state & more";

    private final String clientId;
    private final Map<String, String> authorization = new LinkedHashMap<>();
    private final Map<String, String> credentials = new LinkedHashMap<>();
    private UnaryOperator<Http> authentication = UnaryOperator.identity();
    private Browser browser = new Browser();
    private String verifier;

    private OAuthDance(String clientId) {
        this.clientId = clientId;
        credentials.put("client_id", clientId);
        authorization.put("response_type", "code");
        authorization.put("client_id", clientId);
        authorization.put("redirect_uri", REDIRECT_URI);
        authorization.put("state", STATE);
        verifier(randomVerifier());
        authorization.put("code_challenge_method", "S256");
        authorization.put("resource", Sut.url("/mcp"));
    }

    /** A dance of a new public client. */
    public static OAuthDance register() {
        return of(registerClient(Json.createObjectBuilder().build()).json().getString("client_id"));
    }

    /** A dance of a new public client with those redirect URIs, the first of which it uses. */
    public static OAuthDance register(String... redirectUris) {
        var uris = Json.createArrayBuilder(List.of(redirectUris));
        return register(Json.createObjectBuilder().add("redirect_uris", uris).build())
                .with("redirect_uri", redirectUris[0]);
    }

    /** A dance of a new client with those metadata, authenticating by the method that it registered. */
    public static OAuthDance register(JsonObject members) {
        var client = registerClient(members).json();
        return of(client.getString("client_id"))
                .authenticatingBy(
                        client.getString("token_endpoint_auth_method"), client.getString("client_secret", ""));
    }

    /** A dance of the trusted first-party client. */
    public static OAuthDance trusted() {
        var client = Demo.trustedClient();
        return of(client.getString("clientId"))
                .with("redirect_uri", client.getJsonArray("redirectUris").getString(0))
                .authenticatingBy("client_secret_basic", client.getString("clientSecret"));
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

    /** Uses that verifier, and its challenge. */
    public OAuthDance verifier(String chosen) {
        verifier = chosen;
        return with("code_challenge", challenge(chosen));
    }

    /** Dances in a browser that somebody uses already. */
    public OAuthDance in(Browser other) {
        browser = other;
        return this;
    }

    /** Authenticates at the token and revocation endpoints by that method of RFC 7591 §2. */
    public OAuthDance authenticatingBy(String method, String secret) {
        authentication = method.equals("client_secret_basic")
                ? request -> request.basic(clientId, secret)
                : UnaryOperator.identity();
        credentials.clear();
        if (!method.equals("client_secret_basic")) {
            credentials.put("client_id", clientId);
        }
        if (method.equals("client_secret_post")) {
            credentials.put("client_secret", secret);
        }
        return this;
    }

    /** The path and query of the authorization request. */
    public String authorizationPath() {
        return "/oauth/authorize?" + Http.encode(authorization);
    }

    /** The form that pushes the authorization request (RFC 9126 §2.1), to be sent as it is or changed. */
    public Map<String, String> pushRequest() {
        var form = new LinkedHashMap<>(authorization);
        form.putAll(credentials);
        return form;
    }

    /** Pushes the authorization request. */
    public Reply push() {
        return send("/oauth/par", pushRequest());
    }

    /** Pushes the authorization request; gives the path by which a browser brings it. */
    public String pushedPath() {
        return pushedPath(push().json().getString("request_uri"));
    }

    /** The path by which a browser brings the request of that reference. */
    public String pushedPath(String requestUri) {
        return "/oauth/authorize?" + Http.encode(Map.of("client_id", clientId, "request_uri", requestUri));
    }

    /** Sends the authorization request and follows nothing. */
    public Reply ask() {
        return browser.open(authorizationPath());
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
        return answer(signIn(user), organization);
    }

    /** Chooses an organization by slug if that page asks, and allows; ends at the redirect to the client. */
    public Reply answer(Reply page, String organization) {
        var reply = page;
        if (reply.body().contains("name=\"organization\"")) {
            reply = browser.submit(reply.page().form().press("organization", organization));
        }
        return browser.submit(reply.page().form().press("decision", "approve"));
    }

    /** Goes all the way to a code, as a member of Acme. */
    public String code(Demo.User user) {
        return code(allow(user, "acme"));
    }

    /** The code in the redirect to the client. */
    public static String code(Reply reply) {
        return reply.location().parameter("code").orElseThrow(() -> new AssertionError("no code: " + reply));
    }

    /** The token request for a code, to be sent as it is or changed. */
    public Map<String, String> tokenRequest(String code) {
        var form = new LinkedHashMap<>(credentials);
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        if (authorization.containsKey("redirect_uri")) {
            form.put("redirect_uri", authorization.get("redirect_uri"));
        }
        form.put("code_verifier", verifier);
        return form;
    }

    /** Redeems a code. */
    public Reply redeem(String code) {
        return send("/oauth/token", tokenRequest(code));
    }

    /** Redeems a code with one parameter of the request changed; null leaves it out. */
    public Reply redeem(String code, String parameter, String value) {
        return send("/oauth/token", changed(tokenRequest(code), parameter, value));
    }

    /** The request for new tokens, to be sent as it is or changed. */
    public Map<String, String> refreshRequest(String refreshToken) {
        var form = new LinkedHashMap<>(credentials);
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", refreshToken);
        return form;
    }

    /** Uses a refresh token. */
    public Reply refresh(String refreshToken) {
        return send("/oauth/token", refreshRequest(refreshToken));
    }

    /** Uses a refresh token with one parameter of the request changed; null leaves it out. */
    public Reply refresh(String refreshToken, String parameter, String value) {
        return send("/oauth/token", changed(refreshRequest(refreshToken), parameter, value));
    }

    /** Revokes a token. */
    public Reply revoke(String token) {
        var form = new LinkedHashMap<>(credentials);
        form.put("token", token);
        return send("/oauth/revoke", form);
    }

    /** Asks for a token in the client's own name. */
    public Reply ownToken() {
        return ownToken(Map.of());
    }

    /** Asks for a token in the client's own name, with more parameters. */
    public Reply ownToken(Map<String, String> more) {
        return grant("client_credentials", more);
    }

    /** Asks for a token by a grant type and its parameters. */
    public Reply grant(String type, Map<String, String> parameters) {
        var form = new LinkedHashMap<>(credentials);
        form.put("grant_type", type);
        form.putAll(parameters);
        return send("/oauth/token", form);
    }

    /** Asks what a token is. */
    public Reply introspect(String token) {
        var form = new LinkedHashMap<>(credentials);
        form.put("token", token);
        return send("/oauth/introspect", form);
    }

    /** Sends every request of this client with a header of its own, made anew each time. */
    public OAuthDance sending(String header, Supplier<String> value) {
        var before = authentication;
        authentication = request -> before.apply(request).header(header, value.get());
        return this;
    }

    /** Posts a form with the client's authentication header, if its method has one. */
    public Reply send(String path, Map<String, String> form) {
        return authentication.apply(Http.post(path)).form(form).send();
    }

    /** Goes all the way to tokens, as a member of Acme. */
    public JsonObject tokens(Demo.User user) {
        return redeem(code(user)).json();
    }

    private static Map<String, String> changed(Map<String, String> form, String parameter, String value) {
        if (value == null) {
            form.remove(parameter);
        } else {
            form.put(parameter, value);
        }
        return form;
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
