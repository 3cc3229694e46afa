package dev.gatehouse.oauth.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptedRequestTest {

    @ParameterizedTest
    @CsvSource({
        "https://app.example/callback, https://app.example/callback",
        "https://app.example/callback?code=x, https://app.example/callback",
        "https://app.example/callback#x?y, https://app.example/callback",
        "https://me:secret@app.example/@here, https://app.example/@here",
        "https://a@b@app.example/, https://app.example/",
        "cursor://host/path?x, cursor://host/path",
        "com.example:/path?x, com.example:/path",
        "nothing, nothing",
        "'', ''"
    })
    void keeps_scheme_host_and_path_of_a_redirect_uri(String given, String kept) {
        assertThat(new AttemptedRequest("client", given, "mcp").redirectUri()).isEqualTo(kept);
    }
}
