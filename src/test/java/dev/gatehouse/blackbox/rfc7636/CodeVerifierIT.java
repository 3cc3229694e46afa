package dev.gatehouse.blackbox.rfc7636;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.OAuthDance;
import jakarta.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7636 §4.5 and §4.6. */
class CodeVerifierIT {
    private final OAuthDance dance = OAuthDance.register();

    /** RFC 7636 appendix B. */
    @Test
    void of_the_specification_fits_its_challenge() {
        dance.verifier("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
                .with("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");

        assertThat(dance.redeem(dance.code(Demo.OWNER)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {43, 44, 127, 128})
    void may_have_43_to_128_characters(int length) {
        dance.verifier("~".repeat(length));

        assertThat(dance.redeem(dance.code(Demo.OWNER)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 42, 129, 1_000})
    void may_have_no_other_length_although_its_hash_fits(int length) {
        dance.verifier("a".repeat(length));

        Expect.refused(dance.redeem(dance.code(Demo.OWNER)), 400, "invalid_grant");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "+", "/", "=", "\u00fc", "\n"})
    void may_not_contain_other_characters_although_its_hash_fits(String strange) {
        dance.verifier("a".repeat(50) + strange);

        Expect.refused(dance.redeem(dance.code(Demo.OWNER)), 400, "invalid_grant");
    }

    @Test
    void must_be_the_one_behind_the_challenge() {
        var code = dance.code(Demo.OWNER);

        Expect.refused(dance.redeem(code, "code_verifier", OAuthDance.randomVerifier()), 400, "invalid_grant");
        assertThat(dance.redeem(code).status()).isEqualTo(200);
    }

    @Test
    void is_not_the_challenge_itself() {
        var code = dance.verifier("a".repeat(43)).code(Demo.OWNER);

        Expect.refused(dance.redeem(code, "code_verifier", OAuthDance.challenge("a".repeat(43))), 400, "invalid_grant");
        assertThat(dance.redeem(code).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void must_be_there_whether_or_not_the_client_has_a_secret(boolean secret) {
        var client = OAuthDance.register(Json.createObjectBuilder()
                .add("token_endpoint_auth_method", secret ? "client_secret_post" : "none")
                .build());
        var code = client.code(Demo.OWNER);

        Expect.refused(client.redeem(code, "code_verifier", null), 400, "invalid_request");
        Expect.refused(client.redeem(code, "code_verifier", ""), 400, "invalid_request");
        assertThat(client.redeem(code).status()).isEqualTo(200);
    }
}
