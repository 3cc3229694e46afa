package dev.gatehouse.oauth.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.identity.login.SignedInUser;
import dev.gatehouse.identity.user.Person;
import dev.gatehouse.platform.http.MalformedParametersException;
import dev.gatehouse.platform.http.Parameters;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InteractionTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void demands_nothing_by_default() {
        var interaction = read("");

        assertThat(interaction.silent()).isFalse();
        assertThat(interaction.freshEnough(signedIn(Instant.EPOCH))).isTrue();
        assertThat(interaction.strongEnough(signedIn(NOW))).isTrue();
        assertThat(interaction.hintsAtAnother(signedIn(NOW))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "prompt=login, 0, true",
        "prompt=login, 1, false",
        "max_age=0, 0, true",
        "max_age=0, 1, false",
        "max_age=60, 60, true",
        "max_age=60, 61, false",
        "prompt=login&max_age=60, 1, false",
        "prompt=consent, 100000, true"
    })
    void counts_sign_ins_since(String query, long secondsAgo, boolean enough) {
        assertThat(read(query).freshEnough(signedIn(NOW.minusSeconds(secondsAgo))))
                .isEqualTo(enough);
    }

    @ParameterizedTest
    @CsvSource({
        "1fa, pwd, true",
        "2fa, pwd, false",
        "2fa, pwd otp mfa, true",
        "2fa, hwk, true",
        "phr, pwd otp mfa, false",
        "phr, hwk, true",
        "phr 2fa, pwd otp mfa, true",
        "unknown, pwd, true"
    })
    void compares_what_is_asked_with_how_the_person_signed_in(String acrValues, String methods, boolean enough) {
        var user = new SignedInUser(person(), "session", NOW, Set.of(methods.split(" ")));

        assertThat(read("acr_values=" + acrValues.replace(' ', '+')).strongEnough(user))
                .isEqualTo(enough);
    }

    @ParameterizedTest
    @CsvSource({"somebody@acme.example, false", "SomeBody@Acme.example, false", "other@acme.example, true"})
    void notices_a_hint_at_somebody_else(String hint, boolean another) {
        assertThat(read("login_hint=" + hint).hintsAtAnother(signedIn(NOW))).isEqualTo(another);
    }

    @ParameterizedTest
    @ValueSource(strings = {"prompt=none+login", "max_age=-1", "max_age=x", "max_age=1234567890"})
    void refuses_what_cannot_be_meant(String query) {
        assertThatExceptionOfType(MalformedParametersException.class).isThrownBy(() -> read(query));
    }

    private static Interaction read(String query) {
        return Interaction.read(Parameters.ofQuery(query), NOW);
    }

    private static SignedInUser signedIn(Instant at) {
        return new SignedInUser(person(), "session", at, Set.of("pwd"));
    }

    private static Person person() {
        return new Person("id", "somebody@acme.example", "Somebody", false, 0);
    }
}
