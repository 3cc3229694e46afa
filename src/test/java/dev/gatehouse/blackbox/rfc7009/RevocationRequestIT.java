package dev.gatehouse.blackbox.rfc7009;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Reply;
import jakarta.json.Json;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7009 §2.1: what is refused, and revokes nothing. */
class RevocationRequestIT {
    private final OAuthDance dance = OAuthDance.register(Json.createObjectBuilder()
            .add("token_endpoint_auth_method", "client_secret_post")
            .build());
    private String token;

    @BeforeEach
    void obtain() {
        token = dance.tokens(Demo.OWNER).getString("access_token");
    }

    @AfterEach
    void nothing_is_revoked() {
        Expect.accepted(token);
    }

    @Test
    void must_name_a_token() {
        Expect.refused(dance.send("/oauth/revoke", dance.refreshRequest("x")), 400, "invalid_request");
    }

    @Test
    void must_name_one_token_only() {
        var form = Http.encode(dance.refreshRequest("x")) + "&token=" + token + "&token=" + token;

        Expect.refused(Http.post("/oauth/revoke").form(form).send(), 400, "invalid_request");
    }

    @Test
    void must_come_from_a_known_client() {
        Expect.refused(revoke(Map.of("token", token, "client_id", "unknown")), 401, "invalid_client");
    }

    @Test
    void must_come_from_some_client() {
        Expect.refused(revoke(Map.of("token", token)), 401, "invalid_client");
    }

    @Test
    void must_prove_which_client_it_comes_from() {
        Expect.refused(revoke(Map.of("token", token, "client_id", dance.clientId())), 401, "invalid_client");
        Expect.refused(
                revoke(Map.of("token", token, "client_id", dance.clientId(), "client_secret", "wrong")),
                401,
                "invalid_client");
    }

    @Test
    void must_be_a_form() {
        var json = Json.createObjectBuilder()
                .add("token", token)
                .add("client_id", dance.clientId())
                .build();

        Expect.refused(Http.post("/oauth/revoke").json(json).send(), 400, "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"token=%zz", "token=%00", "token=%ff"})
    void must_be_percent_encoded_utf8(String form) {
        Expect.refused(Http.post("/oauth/revoke").form(form).send(), 400, "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE"})
    void must_be_a_post(String method) {
        Expect.refused(Http.request(method, "/oauth/revoke?token=" + token).send(), 405, "invalid_request");
    }

    @Test
    void must_not_be_larger_than_a_form() {
        Expect.refused(
                Http.post("/oauth/revoke")
                        .form("token=" + "a".repeat(1_048_576))
                        .send(),
                413,
                "invalid_request");
    }

    private static Reply revoke(Map<String, String> form) {
        return Http.post("/oauth/revoke").form(form).send();
    }
}
