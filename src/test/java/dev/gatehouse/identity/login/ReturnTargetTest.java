package dev.gatehouse.identity.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnTargetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/oauth/consent?flow=aB3",
                "/account/grants?page=2&sort=a%20b",
                "/.well-known/x",
                "/~a/b-c_d"
            })
    void goes_on_to_a_path_of_this_site(String path) {
        assertThat(ReturnTarget.of(path).path()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "https://evil.example",
                "https:evil.example",
                "javascript:alert(1)",
                "evil.example",
                "?x=y",
                "/a\r\nSet-Cookie: x=y",
                "/a b",
                "/a#b",
                "/a\"onload=",
                "/<script>",
                "/é",
                "/\0",
                "/@evil.example",
                "/?x=//evil.example\\"
            })
    void goes_home_rather_than_anywhere_else(String target) {
        assertThat(ReturnTarget.of(target).path()).isEqualTo("/");
    }

    @Test
    void goes_home_rather_than_far() {
        assertThat(ReturnTarget.of("/" + "a".repeat(1_999)).path()).hasSize(2_000);
        assertThat(ReturnTarget.of("/" + "a".repeat(2_000)).path()).isEqualTo("/");
    }
}
