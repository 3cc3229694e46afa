package dev.gatehouse.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathPatternTest {
    private static final PathPattern CLOSED = PathPattern.of("/token");
    private static final PathPattern OPEN = PathPattern.of("/api/auth/.well-known/*");

    @Test
    void matches_its_path_with_and_without_a_trailing_slash() {
        assertThat(CLOSED.rest("/token")).contains("");
        assertThat(CLOSED.rest("/token/")).contains("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/token//", "/tokens", "/token/x", "/Token", "/x/token", "token", "/", "", "/toke", "/%74oken"})
    void matches_no_other_path(String path) {
        assertThat(CLOSED.matches(path)).isFalse();
    }

    @Test
    void tells_what_its_star_stands_for() {
        assertThat(OPEN.rest("/api/auth/.well-known/oauth-authorization-server/x"))
                .contains("oauth-authorization-server/x");
        assertThat(OPEN.rest("/api/auth/.well-known/")).contains("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/auth/.well-known", "/api/auth/.well-knownx", "/.well-known/x", "/api/auth/"})
    void matches_nothing_outside_of_its_star(String path) {
        assertThat(OPEN.matches(path)).isFalse();
    }

    @Test
    void takes_nothing_but_a_last_star_for_one() {
        assertThat(PathPattern.of("/a*/b").matches("/ax/b")).isFalse();
    }
}
