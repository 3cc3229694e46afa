package dev.gatehouse.blackbox.clientdocument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.OutwardServer;
import dev.gatehouse.blackbox.support.Reply;
import dev.gatehouse.blackbox.support.Sut;
import dev.gatehouse.blackbox.support.Witness;
import dev.gatehouse.support.TlsSite.Answer;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shapes in which vendors publish their documents, each connected from its URL to the MCP endpoint. */
class VendorDocumentIT {
    @RegisterExtension
    static final Witness WITNESS = OutwardServer.witness();

    @AutoClose
    private static final ClientSite SITE = new ClientSite();

    private static final String CHATGPT_REDIRECT = "https://chatgpt.com/connector_platform_oauth_redirect";

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:49152/callback", "http://127.0.0.1:3118/callback"})
    void claude_code_has_loopback_redirects_without_a_port_and_a_pinned_document(String redirectUri) {
        var dance = OAuthDance.of("https://claude.ai/oauth/claude-code-client-metadata")
                .with("redirect_uri", redirectUri);

        var consent = dance.signIn(Demo.OWNER);
        var tokens =
                dance.redeem(OAuthDance.code(dance.answer(consent, "acme"))).json();

        assertThat(consent.body()).contains("<em>Claude Code</em> of claude.ai");
        Expect.accepted(tokens.getString("access_token"));
    }

    @Test
    void claude_desktop_names_a_grant_that_a_public_client_does_not_get() {
        var id = SITE.publish(Json.createObjectBuilder()
                .add("client_name", "Claude")
                .add("client_uri", "https://claude.ai")
                .add("redirect_uris", strings("https://claude.ai/api/mcp/auth_callback"))
                .add(
                        "grant_types",
                        strings("authorization_code", "refresh_token", "urn:ietf:params:oauth:grant-type:jwt-bearer"))
                .add("response_types", strings("code"))
                .build());

        connected(OAuthDance.of(id).with("redirect_uri", "https://claude.ai/api/mcp/auth_callback"));
    }

    @Test
    void vs_code_has_its_logo_on_another_domain() {
        var id = SITE.publish(Json.createObjectBuilder()
                .add("client_name", "Visual Studio Code")
                .add("logo_uri", SITE.site().url("/logo.png").toString())
                .add("grant_types", strings("authorization_code", "refresh_token"))
                .add("response_types", strings("code"))
                .add(
                        "redirect_uris",
                        strings("https://vscode.dev/redirect", "http://127.0.0.1/", "http://127.0.0.1:33418/"))
                .build());

        connected(OAuthDance.of(id).with("redirect_uri", "http://127.0.0.1:51233/"));
        assertThat(SITE.site().requests("/logo.png")).isZero();
    }

    @Test
    void chatgpt_signs_with_a_key_that_it_publishes() throws JoseException {
        var key = key("one");
        var id = chatgpt(
                key,
                Json.createObjectBuilder()
                        .add("token_endpoint_auth_method", "private_key_jwt")
                        .add("token_endpoint_auth_signing_alg", "RS256")
                        .build());
        var dance = OAuthDance.of(id).with("redirect_uri", CHATGPT_REDIRECT);

        var tokens = redeem(dance, dance.code(Demo.OWNER), assertion(id, key));

        Expect.accepted(tokens.json().getString("access_token"));
    }

    @Test
    void chatgpt_may_leave_the_choice_to_us_and_do_either() throws JoseException {
        var key = key("one");
        var id = chatgpt(
                key,
                Json.createObjectBuilder()
                        .add("token_endpoint_auth_methods_supported", strings("none", "private_key_jwt"))
                        .build());

        connected(OAuthDance.of(id).with("redirect_uri", CHATGPT_REDIRECT));
        var signing = OAuthDance.of(id).with("redirect_uri", CHATGPT_REDIRECT);
        var code = signing.code(Demo.OWNER);
        Expect.refused(redeem(signing, code, assertion(id, key("one"))), 401, "invalid_client");
        assertThat(redeem(signing, code, assertion(id, key)).status()).isEqualTo(200);
    }

    @Test
    void a_client_that_signs_cannot_be_had_without_its_signature() throws JoseException {
        var key = key("one");
        var id = chatgpt(
                key,
                Json.createObjectBuilder()
                        .add("token_endpoint_auth_method", "private_key_jwt")
                        .build());
        var dance = OAuthDance.of(id).with("redirect_uri", CHATGPT_REDIRECT);
        var code = dance.code(Demo.OWNER);

        Expect.refused(dance.redeem(code), 401, "invalid_client");
        Expect.refused(redeem(dance, code, assertion(id, key("one"))), 401, "invalid_client");
        Expect.refused(redeem(dance, code, assertion(SITE.newId(), key)), 400, "invalid_request");
        assertThat(redeem(dance, code, assertion(id, key)).status()).isEqualTo(200);
    }

    @Test
    void a_client_may_change_its_keys() throws JoseException {
        var id = chatgpt(
                key("one"),
                Json.createObjectBuilder()
                        .add("token_endpoint_auth_method", "private_key_jwt")
                        .build());
        var dance = OAuthDance.of(id).with("redirect_uri", CHATGPT_REDIRECT);
        var code = dance.code(Demo.OWNER);
        var other = key("two");
        SITE.site().page(jwksPath(id), Answer.json("{\"keys\":[" + other.toJson() + "]}"));

        assertThat(redeem(dance, code, assertion(id, other)).status()).isEqualTo(200);
    }

    private static void connected(OAuthDance dance) {
        Expect.accepted(dance.tokens(Demo.OWNER).getString("access_token"));
    }

    private static String chatgpt(RsaJsonWebKey key, JsonObject members) {
        var id = SITE.newId();
        SITE.site().page(jwksPath(id), Answer.json("{\"keys\":[" + key.toJson() + "]}"));
        var document = Json.createObjectBuilder(ClientSite.document(id, members))
                .add("client_name", "ChatGPT")
                .add("redirect_uris", strings(CHATGPT_REDIRECT))
                .add("jwks_uri", SITE.site().url(jwksPath(id)).toString());
        if (!members.containsKey("token_endpoint_auth_method")) {
            document.remove("token_endpoint_auth_method");
        }
        SITE.answer(id, Answer.json(document.build().toString()));
        return id;
    }

    private static String jwksPath(String id) {
        return id.substring(id.lastIndexOf('/')) + "-jwks";
    }

    private static Reply redeem(OAuthDance dance, String code, String assertion) {
        var form = dance.tokenRequest(code);
        form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        form.put("client_assertion", assertion);
        return dance.send("/oauth/token", form);
    }

    private static RsaJsonWebKey key(String id) throws JoseException {
        var key = RsaJwkGenerator.generateJwk(2_048);
        key.setKeyId(id);
        key.setUse("sig");
        return key;
    }

    private static String assertion(String clientId, RsaJsonWebKey key) throws JoseException {
        var claims = new JwtClaims();
        claims.setIssuer(clientId);
        claims.setSubject(clientId);
        claims.setAudience(Sut.url(""));
        claims.setExpirationTimeMinutesInTheFuture(1);
        claims.setJwtId(UUID.randomUUID().toString());
        var jws = new JsonWebSignature();
        jws.setPayload(claims.toJson());
        jws.setKey(key.getPrivateKey());
        jws.setKeyIdHeaderValue(key.getKeyId());
        jws.setAlgorithmHeaderValue("RS256");
        return jws.getCompactSerialization();
    }

    private static JsonArrayBuilder strings(String... items) {
        return Json.createArrayBuilder(List.of(items));
    }
}
