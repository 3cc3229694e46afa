package dev.gatehouse.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.platform.crypto.Secret;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PresentedCredentialTest {
    private static final String KEY = "ghk_demoAcmeFull_Acme0Full0Access0Key0For0Demo0004SEKOS";
    private static final String OTHER_KEY = "ghk_demoAcmeRead_Acme0Read0Only0Key0For0Demo000000TSDQF";
    private static final String TOKEN = "eyJh.eyJz.c2ln";

    @Test
    void finds_nothing_in_no_header() {
        assertThat(in()).isInstanceOf(PresentedCredential.None.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer ", "BEARER ", "Bearer   ", " Bearer "})
    void finds_a_token_behind_bearer_in_any_case(String scheme) {
        assertThat(token(in("Authorization", scheme + TOKEN))).isEqualTo(TOKEN);
    }

    @Test
    void finds_a_key_in_its_own_header() {
        assertThat(key(in("X-API-Key", KEY))).isEqualTo(KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer "})
    void knows_a_key_by_its_prefix_behind_bearer(String scheme) {
        assertThat(key(in("Authorization", scheme + KEY))).isEqualTo(KEY);
    }

    @Test
    void strips_blanks() {
        assertThat(key(in("X-API-Key", "  " + KEY + " "))).isEqualTo(KEY);
        assertThat(token(in("Authorization", "Bearer " + TOKEN + "  "))).isEqualTo(TOKEN);
    }

    @Test
    void takes_whatever_stands_in_the_key_header_for_a_key() {
        assertThat(key(in("X-API-Key", TOKEN))).isEqualTo(TOKEN);
    }

    @Test
    void takes_the_prefix_in_another_case_for_no_key() {
        assertThat(token(in("Authorization", "Bearer GHK_demo"))).isEqualTo("GHK_demo");
    }

    @Test
    void takes_the_same_key_in_both_headers_for_one() {
        assertThat(key(in("Authorization", "Bearer " + KEY, "X-API-Key", KEY))).isEqualTo(KEY);
    }

    @Test
    void takes_the_same_header_twice_for_one() {
        assertThat(token(in("Authorization", "Bearer " + TOKEN, "Authorization", "bearer " + TOKEN)))
                .isEqualTo(TOKEN);
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization, Bearer " + KEY + ", X-API-Key, " + OTHER_KEY,
        "Authorization, Bearer " + TOKEN + ", X-API-Key, " + KEY,
        "Authorization, Bearer " + TOKEN + ", Authorization, Bearer " + KEY,
        "Authorization, Basic dTpw, Authorization, Bearer " + TOKEN,
        "Authorization, Basic dTpw, X-API-Key, " + KEY,
        "Authorization, Digest x, Authorization, Basic dTpw",
        "X-API-Key, " + KEY + ", X-API-Key, " + OTHER_KEY,
        "X-API-Key, " + KEY + ", X-Service-Token, " + KEY,
        "Authorization, Bearer " + TOKEN + ", Authorization, DPoP " + TOKEN,
        "Authorization, DPoP " + TOKEN + ", X-API-Key, " + KEY,
        "Authorization, Bearer " + TOKEN + ", X-Service-Token, s"
    })
    void chooses_none_of_two_different_ones(String header, String value, String otherHeader, String otherValue) {
        assertThat(in(header, value, otherHeader, otherValue)).isInstanceOf(PresentedCredential.Ambiguous.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization, Basic dTpw",
        "Authorization, DPoP",
        "Authorization, DPoPx " + TOKEN,
        "Authorization, Negotiate x",
        "Authorization, " + TOKEN,
        "Authorization, " + KEY,
        "Authorization, Bearer",
        "Authorization, Bearerx " + TOKEN,
        "Authorization, 'Bearer,x'",
        "X-Service-Token, s"
    })
    void reads_no_other_scheme(String header, String value) {
        assertThat(in(header, value)).isInstanceOf(PresentedCredential.Unsupported.class);
    }

    @Test
    void takes_a_bound_token_together_with_its_proof() {
        assertThat(in("Authorization", "dpop " + TOKEN, "DPoP", "proof"))
                .isInstanceOfSatisfying(PresentedCredential.DpopToken.class, bound -> {
                    assertThat(bound.token().reveal()).isEqualTo(TOKEN);
                    assertThat(bound.proofs()).containsExactly("proof");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "X-API-Key", "X-Service-Token"})
    void makes_no_secret_of_an_empty_value(String header) {
        assertThat(in(header, ""))
                .satisfiesAnyOf(
                        credential -> assertThat(credential).isInstanceOf(PresentedCredential.Unsupported.class),
                        credential -> assertThat(credential).isInstanceOf(PresentedCredential.None.class),
                        credential -> assertThat(key(credential)).isEmpty());
    }

    @Test
    void takes_a_session_cookie_where_nothing_else_is_sent() {
        assertThat(PresentedCredential.in(new MultivaluedHashMap<>(), Optional.of(new Secret(TOKEN))))
                .isInstanceOfSatisfying(
                        PresentedCredential.Session.class,
                        session -> assertThat(session.cookie().reveal()).isEqualTo(TOKEN));
        assertThat(PresentedCredential.in(new MultivaluedHashMap<>(), Optional.empty()))
                .isInstanceOf(PresentedCredential.None.class);
    }

    @ParameterizedTest
    @CsvSource({"X-API-Key, " + KEY, "Authorization, Bearer " + TOKEN, "Authorization, Basic dTpw"})
    void chooses_none_of_a_session_cookie_and_another(String header, String value) {
        var headers = new MultivaluedHashMap<String, String>();
        headers.add(header, value);

        assertThat(PresentedCredential.in(headers, Optional.of(new Secret(TOKEN))))
                .isInstanceOf(PresentedCredential.Ambiguous.class);
    }

    @Test
    void keeps_credentials_out_of_logs() {
        assertThat(in("X-API-Key", KEY).toString()).doesNotContain(KEY);
        assertThat(in("Authorization", "Bearer " + TOKEN).toString()).doesNotContain(TOKEN);
        assertThat(in("Authorization", "Basic dTpw").toString()).doesNotContain("dTpw");
    }

    private static PresentedCredential in(String... namesAndValues) {
        var headers = new MultivaluedHashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return PresentedCredential.in(headers);
    }

    private static String key(PresentedCredential credential) {
        return credential instanceof PresentedCredential.ApiKey(Secret key) ? key.reveal() : "no key: " + credential;
    }

    private static String token(PresentedCredential credential) {
        return credential instanceof PresentedCredential.BearerToken(Secret token)
                ? token.reveal()
                : "no token: " + credential;
    }
}
