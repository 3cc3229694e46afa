package dev.gatehouse.blackbox.support;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** An OpenID Provider in this JVM that says whatever a test wants of whoever comes, and redeems codes properly. */
public final class OpenIdProvider implements AutoCloseable {
    /** What we are called there. */
    public static final String CLIENT_ID = "gatehouse at corp";

    /** Our secret there, with characters that must survive. */
    public static final String CLIENT_SECRET = "s3cret: &+%/=";

    private record Issued(String redirectUri, String codeChallenge, String idToken) {}

    private final HttpServer server;
    private final RSAKey key = newKey("key-1");
    private final Map<String, Issued> codes = new ConcurrentHashMap<>();
    private UnaryOperator<JWSHeader.Builder> header = UnaryOperator.identity();
    private RSAKey signingKey = key;

    private OpenIdProvider(HttpServer server) {
        this.server = server;
    }

    /** Starts one on a free port. */
    public static OpenIdProvider start() {
        try {
            var provider = new OpenIdProvider(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            provider.server.createContext("/.well-known/openid-configuration", provider::metadata);
            provider.server.createContext(
                    "/jwks", exchange -> answer(exchange, 200, new JWKSet(provider.key.toPublicJWK()).toString()));
            provider.server.createContext("/token", provider::token);
            provider.server.start();
            return provider;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its issuer. */
    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Signs what comes next with a key that it does not publish, under the id of the one that it does. */
    public void signsWithAnotherKey(boolean another) {
        signingKey = another ? newKey("key-1") : key;
    }

    /** Changes the header of the ID tokens that come next. */
    public void header(UnaryOperator<JWSHeader.Builder> change) {
        header = change;
    }

    /** The path back to Gatehouse, after the person has signed in there as those claims say. */
    public Map<String, String> signsIn(Reply sentHere, Consumer<JWTClaimsSet.Builder> claims) {
        var request = sentHere.location();
        var code = UUID.randomUUID().toString();
        var token = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT_ID)
                .claim("nonce", request.parameter("nonce").orElseThrow())
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(300)));
        claims.accept(token);
        codes.put(
                code,
                new Issued(
                        request.parameter("redirect_uri").orElseThrow(),
                        request.parameter("code_challenge").orElseThrow(),
                        signed(token.build())));
        var answer = new LinkedHashMap<String, String>();
        answer.put("code", code);
        answer.put("state", request.parameter("state").orElseThrow());
        answer.put("iss", issuer());
        return answer;
    }

    /** An ID token of those claims. */
    private String signed(JWTClaimsSet claims) {
        try {
            var builder =
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("key-1").type(JOSEObjectType.JWT);
            var token = new SignedJWT(header.apply(builder).build(), claims);
            token.sign(new RSASSASigner(signingKey));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void metadata(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                200,
                Json.createObjectBuilder()
                        .add("issuer", issuer())
                        .add("authorization_endpoint", issuer() + "/authorize?tenant=1")
                        .add("token_endpoint", issuer() + "/token")
                        .add("jwks_uri", issuer() + "/jwks")
                        .add("authorization_response_iss_parameter_supported", true)
                        .build()
                        .toString());
    }

    private void token(HttpExchange exchange) throws IOException {
        var form = new LinkedHashMap<String, String>();
        for (var pair : new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).split("&")) {
            var parts = pair.split("=", 2);
            form.put(parts[0], java.net.URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        var issued = codes.remove(form.getOrDefault("code", ""));
        boolean right = issued != null
                && issued.redirectUri().equals(form.get("redirect_uri"))
                && issued.codeChallenge().equals(OAuthDance.challenge(form.getOrDefault("code_verifier", "")))
                && basic().equals(exchange.getRequestHeaders().getFirst("Authorization"));
        var body = right
                ? Json.createObjectBuilder().add("access_token", "x").add("id_token", issued.idToken())
                : Json.createObjectBuilder().add("error", "invalid_grant");
        answer(exchange, right ? 200 : 400, body.build().toString());
    }

    private static String basic() {
        var pair = encode(CLIENT_ID) + ":" + encode(CLIENT_SECRET);
        return "Basic " + java.util.Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
    }

    private static String encode(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2_048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
