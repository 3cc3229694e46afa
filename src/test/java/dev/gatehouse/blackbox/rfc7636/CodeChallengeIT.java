package dev.gatehouse.blackbox.rfc7636;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.OAuthDance;
import jakarta.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7636 §4.4.1: no flow begins without an S256 challenge. */
class CodeChallengeIT {
    private final OAuthDance dance = OAuthDance.register();

    @Test
    void must_be_there() {
        Expect.sentBack(dance.with("code_challenge", null).ask(), "invalid_request");
    }

    @Test
    void must_be_there_for_confidential_clients_too() {
        var confidential = OAuthDance.register(Json.createObjectBuilder()
                .add("token_endpoint_auth_method", "client_secret_basic")
                .build());

        Expect.sentBack(confidential.with("code_challenge", null).ask(), "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "s256", "S512", "none", "S256 plain"})
    void must_be_of_method_s256(String method) {
        Expect.sentBack(dance.with("code_challenge_method", method).ask(), "invalid_request");
    }

    @Test
    void must_name_its_method() {
        Expect.sentBack(dance.with("code_challenge_method", null).ask(), "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-c",
                "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cMM",
                "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM=",
                "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM",
                "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw.cM"
            })
    void must_look_like_a_hash(String challenge) {
        Expect.sentBack(dance.with("code_challenge", challenge).ask(), "invalid_request");
    }

    @Test
    void begins_a_flow_when_it_is_right() {
        assertThat(dance.with("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
                        .ask()
                        .location()
                        .text())
                .contains("/oauth/consent?flow=");
    }
}
