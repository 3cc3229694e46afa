package dev.gatehouse.blackbox.rfc9449;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.AccessTokenClaims;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Reply;
import dev.gatehouse.blackbox.support.Signer;
import dev.gatehouse.blackbox.support.Sut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9449 §10: a code that only the holder of a key can redeem, named by the request or proven when it is pushed. */
class BoundCodeIT {
    private final Signer signer = Signer.create();
    private final OAuthDance dance = OAuthDance.register();

    private Reply redeem(String code, Signer holder) {
        return Http.post("/oauth/token")
                .header("DPoP", holder.tokenProof())
                .form(dance.tokenRequest(code))
                .send();
    }

    private Reply push(String proof) {
        return Http.post("/oauth/par")
                .header("DPoP", proof)
                .form(dance.pushRequest())
                .send();
    }

    private static String proofOf(Signer holder) {
        return holder.proof(Signer.proofClaims("POST", Sut.url("/oauth/par")));
    }

    private String code(Reply pushed) {
        assertThat(pushed.status()).as(pushed.body()).isEqualTo(201);
        var path = dance.pushedPath(pushed.json().getString("request_uri"));
        var consent = dance.browser().signIn(dance.browser().visit(path).page(), Demo.OWNER);
        return OAuthDance.code(dance.answer(consent, "acme"));
    }

    private void requireBound(String code) {
        Expect.refused(dance.redeem(code), 400, "invalid_grant");
        Expect.refused(redeem(code, Signer.create()), 400, "invalid_grant");

        var tokens = redeem(code, signer);
        assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
        assertThat(AccessTokenClaims.unverified(tokens.json().getString("access_token"))
                        .getJsonObject("cnf")
                        .getString("jkt"))
                .isEqualTo(signer.thumbprint());
    }

    @Test
    void is_redeemed_with_a_proof_by_the_key_that_the_request_named_and_stays_unused_until_then() {
        requireBound(dance.with("dpop_jkt", signer.thumbprint()).code(Demo.OWNER));
    }

    @Test
    void is_bound_by_a_pushed_request_too() {
        requireBound(code(dance.with("dpop_jkt", signer.thumbprint()).push()));
    }

    @Test
    void is_bound_by_a_proof_beside_the_pushed_request() {
        requireBound(code(push(proofOf(signer))));
    }

    @Test
    void is_bound_by_both_when_they_name_one_key() {
        dance.with("dpop_jkt", signer.thumbprint());

        requireBound(code(push(proofOf(signer))));
    }

    @Test
    void is_not_unbound_on_the_way_through_the_browser() {
        var pushed = dance.with("dpop_jkt", signer.thumbprint()).push();
        var path = dance.pushedPath(pushed.json().getString("request_uri")) + "&dpop_jkt="
                + Signer.create().thumbprint();
        var consent = dance.browser().signIn(dance.browser().visit(path).page(), Demo.OWNER);

        requireBound(OAuthDance.code(dance.answer(consent, "acme")));
    }

    @Test
    void is_bound_to_nothing_where_nobody_asks_for_it() {
        var tokens = redeem(dance.code(Demo.OWNER), signer);

        assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
        assertThat(tokens.json().getString("token_type")).isEqualTo("DPoP");
    }

    @Test
    void is_not_asked_for_with_two_different_keys() {
        dance.with("dpop_jkt", Signer.create().thumbprint());

        Expect.refused(push(proofOf(signer)), 400, "invalid_request");
    }

    @Test
    void is_not_asked_for_with_a_proof_that_was_used_before() {
        var proof = proofOf(signer);
        assertThat(push(proof).status()).isEqualTo(201);

        Expect.refused(push(proof), 400, "invalid_dpop_proof");
    }

    @Test
    void is_not_asked_for_with_a_proof_for_another_endpoint() {
        Expect.refused(push(signer.tokenProof()), 400, "invalid_dpop_proof");
        Expect.refused(push("no.proof.here"), 400, "invalid_dpop_proof");
    }

    @Test
    void is_not_asked_for_with_a_request_that_is_refused_and_the_proof_stays_good() {
        var proof = proofOf(signer);
        dance.with("response_type", "token");
        Expect.refused(push(proof), 400, "unsupported_response_type");

        dance.with("response_type", "code");
        requireBound(code(push(proof)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA+",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
            })
    void is_bound_to_thumbprints_only(String other) {
        dance.with("dpop_jkt", other);

        Expect.sentBack(dance.ask(), "invalid_request");
        Expect.refused(dance.push(), 400, "invalid_request");
    }
}
