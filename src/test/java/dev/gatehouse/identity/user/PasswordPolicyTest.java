package dev.gatehouse.identity.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.platform.crypto.Secret;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {
    private static final String EMAIL = "rosalind.franklin@example.com";
    private static final String NAME = "Rosalind Elsie Franklin";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tulip-anchor-9",
                "seven quiet herons",
                "kX9#vQ2!mZ7p",
                "zwölf Boote im Nebel",
                "93847-red-29384756",
                "monkey eats dragon soup",
                "Rosalind likes tulips"
            })
    void takes_what_nobody_would_guess(String password) {
        assertThat(judge(password)).isEmpty();
    }

    @Test
    void takes_between_twelve_and_a_thousand_characters() {
        assertThat(judge("kX9#vQ2!mZ7")).contains(PasswordProblem.TOO_SHORT);
        assertThat(judge("")).contains(PasswordProblem.TOO_SHORT);
        assertThat(judge("seven quiet herons ".repeat(52) + "and one more")).isEmpty();
        assertThat(judge("x".repeat(1_001))).contains(PasswordProblem.TOO_LONG);
    }

    @Test
    void counts_characters_and_not_their_halves() {
        assertThat(judge("🦊🐙🦉🐢🐝🦀🦋🐌🐞🦂🐛")).contains(PasswordProblem.TOO_SHORT);
        assertThat(judge("🦊🍄🦉⚓🐝🌵🦋🎻🐞🧭🐛🎈")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "Password2026!",
                "P@ssw0rd!!!!",
                "passwordpassword",
                "qwertyuiop123",
                "1qaz2wsx3edc",
                "letmein12345",
                "Summer2026!!",
                "w3lc0me!!2026",
                "iloveyou1234",
                "admin12345678",
                "correcthorsebatterystaple",
                "123456789012",
                "987654321098",
                "abcdefghijkl",
                "abc123456789",
                "aaaaaaaaaaaaaaaa",
                "abcabcabcabc",
                "xy9xy9xy9xy9x",
                "1111222233334444"
            })
    void refuses_what_is_tried_first(String password) {
        assertThat(judge(password)).contains(PasswordProblem.COMMON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rosalind.franklin@example.com",
                "RosalindFranklin",
                "Franklin-1920",
                "franklin_rosalind",
                "rosalindelsie!7",
                "example.com42"
            })
    void refuses_the_persons_own_name(String password) {
        assertThat(judge(password)).contains(PasswordProblem.PERSONAL);
    }

    /** U+00C5, U+0041 U+030A and U+212B are one letter; a full-width digit is a digit (Unicode Standard Annex 15). */
    @ParameterizedTest
    @ValueSource(strings = {"Ångström und 1 Mehl", "A\u030angstro\u0308m und 1 Mehl", "\u212bngström und \uff11 Mehl"})
    void has_one_form_for_the_same_keys(String password) {
        assertThat(PasswordPolicy.canonical(new Secret(password)).reveal()).isEqualTo("Ångström und 1 Mehl");
    }

    @Test
    void leaves_alone_what_is_too_long_to_be_right() {
        var password = "\u212b".repeat(1_001);

        assertThat(PasswordPolicy.canonical(new Secret(password)).reveal()).isEqualTo(password);
    }

    private static Optional<PasswordProblem> judge(String password) {
        return PasswordPolicy.judge(new Secret(password), EMAIL, NAME);
    }
}
