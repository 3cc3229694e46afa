package dev.gatehouse.blackbox.configured;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Reply;
import dev.gatehouse.blackbox.support.Signer;
import dev.gatehouse.blackbox.support.Sut;
import dev.gatehouse.blackbox.support.Witness;
import dev.gatehouse.support.TlsSite;
import dev.gatehouse.support.TlsSite.Answer;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A host of the operator's own network is asked for what the configuration names there, and for nothing else. */
@Execution(ExecutionMode.CONCURRENT)
class InternalHostIT {
    private static final String SECRET = "a-secret-of-the-operator";
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final Signer IDENTITY_PROVIDER = Signer.create();

    @AutoClose
    private static final TlsSite SITE = site();

    @RegisterExtension
    static final Witness WITNESS = Witness.with("gatehouse.outbound.internal-hosts", "LocalHost")
            .and("gatehouse.outbound.extra-ca", TlsSite.authority().toString())
            .and("gatehouse.trusted-issuers", "inside,elsewhere")
            .and("gatehouse.trusted-issuer.inside.issuer", "https://inside.example")
            .and(
                    "gatehouse.trusted-issuer.inside.jwks-uri",
                    SITE.url("/keys.json").toString())
            .and("gatehouse.trusted-issuer.elsewhere.issuer", "https://elsewhere.example")
            .and(
                    "gatehouse.trusted-issuer.elsewhere.jwks-uri",
                    SITE.url("/keys.json").toString().replace("localhost", "127.0.0.1"))
            .and("gatehouse.clients", "broker")
            .and("gatehouse.client.broker.secret", SECRET)
            .and("gatehouse.client.broker.grant-types", GRANT)
            .alone();

    private static TlsSite site() {
        return TlsSite.start()
                .page("/keys.json", Answer.json(IDENTITY_PROVIDER.jwks().toString()));
    }

    private static Reply asserted(String issuer) {
        var now = Instant.now().getEpochSecond();
        var claims = Map.<String, Object>of(
                "iss",
                issuer,
                "sub",
                "00u1",
                "email",
                "owner@acme.example",
                "aud",
                Sut.url(""),
                "client_id",
                "broker",
                "resource",
                Sut.url("/mcp"),
                "jti",
                UUID.randomUUID().toString(),
                "iat",
                now,
                "exp",
                now + 120,
                "scope",
                "mcp:read");
        return OAuthDance.of("broker")
                .authenticatingBy("client_secret_basic", SECRET)
                .grant(GRANT, Map.of("assertion", IDENTITY_PROVIDER.jwt("oauth-id-jag+jwt", claims)));
    }

    @Test
    void gives_the_keys_of_an_issuer_that_the_configuration_names() {
        var reply = asserted("https://inside.example");

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        Expect.accepted(reply.json().getString("access_token"));
    }

    @Test
    void is_meant_by_its_name_and_not_by_its_address() {
        var before = SITE.requests("/keys.json");

        Expect.refused(asserted("https://elsewhere.example"), 400, "invalid_grant");

        assertThat(SITE.requests("/keys.json")).isEqualTo(before);
    }

    @Test
    void is_never_asked_for_a_document_that_a_stranger_names() {
        var id = SITE.url("/client.json").toString();
        SITE.page(
                "/client.json",
                Answer.json("{\"client_id\":\"" + id + "\",\"client_name\":\"Inside\",\"redirect_uris\":[\""
                        + OAuthDance.REDIRECT_URI + "\"],\"token_endpoint_auth_method\":\"none\"}"));

        Expect.page(OAuthDance.of(id).ask(), 400);
        Expect.refused(OAuthDance.of(id).refresh("x"), 401, "invalid_client");

        assertThat(SITE.requests("/client.json")).isZero();
    }
}
