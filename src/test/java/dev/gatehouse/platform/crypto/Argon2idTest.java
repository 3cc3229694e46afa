package dev.gatehouse.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2idTest {
    private static final Secret PASSWORD = new Secret("password");
    private static final String CHEAP =
            "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

    /**
     * From the test program of the reference implementation (P-H-C/phc-winner-argon2, {@code src/test.c}), version 19.
     */
    @ParameterizedTest
    @CsvSource({
        "65536, 2, 1, password, somesalt, 09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7",
        "256,   2, 1, password, somesalt, 9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe",
        "256,   2, 2, password, somesalt, 6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037",
        "65536, 1, 1, password, somesalt, f6a5adc1ba723dddef9b5ac1d464e180fcd9dffc9d1cbf76cca2fed795d9ca98",
        "65536, 2, 1, differentpassword, somesalt, 0b84d652cf6b0c4beaef0dfe278ba6a80df6696281d7e0d2891b817d8c458fde",
        "65536, 2, 1, password, diffsalt, bdf32b05ccc42eb15d58fd19b1f856b113da1e9a5874fdcc544308565aa8141c"
    })
    void computes_what_the_reference_implementation_computes(
            int memory, int passes, int lanes, String password, String salt, String hash) {
        var computed = Argon2id.compute(
                new Secret(password), salt.getBytes(StandardCharsets.US_ASCII), memory, passes, lanes, 32);

        assertThat(HexFormat.of().formatHex(computed)).isEqualTo(hash);
    }

    @Test
    void verifies_a_hash_that_another_implementation_wrote() {
        assertThat(Argon2id.verify(PASSWORD, CHEAP)).isTrue();
    }

    @Test
    void verifies_what_it_hashed() {
        assertThat(Argon2id.verify(PASSWORD, Argon2id.hash(PASSWORD))).isTrue();
    }

    @Test
    void verifies_passwords_beyond_ascii() {
        var password = new Secret("pässwörd-密码-🔑");

        assertThat(Argon2id.verify(password, Argon2id.hash(password))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Password", "password ", "passwor", "password\0"})
    void refuses_another_password(String other) {
        assertThat(Argon2id.verify(new Secret(other), CHEAP)).isFalse();
    }

    @Test
    void hashes_with_the_parameters_that_are_documented() {
        assertThat(Argon2id.hash(PASSWORD))
                .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    }

    @Test
    void salts_every_hash_anew() {
        assertThat(Argon2id.hash(PASSWORD)).isNotEqualTo(Argon2id.hash(PASSWORD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "password",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$",
                "$argon2id$v=19$m=256,t=2,p=1$$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=16$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=-1,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=99999999,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR_uIPnA4rEsF5h7TKyQwu9U1bMCHGi_4",
                " $argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"
            })
    void refuses_a_stored_hash_of_another_form(String malformed) {
        assertThat(Argon2id.verify(PASSWORD, malformed)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65E",
                "$argon2id$v=19$m=256,t=0,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=0$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhb$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"
            })
    void refuses_a_stored_hash_of_impossible_parameters(String impossible) {
        assertThat(Argon2id.verify(PASSWORD, impossible)).isFalse();
    }
}
