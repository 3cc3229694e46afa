package dev.gatehouse.blackbox.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTypeIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=utf-8",
                "application/json;charset=UTF-8",
                "APPLICATION/JSON"
            })
    void json_is_read(String type) {
        assertThat(Rpc.post().body(type, Rpc.PING).send().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "text/json",
                "application/xml",
                "application/jsonp",
                "text/event-stream"
            })
    void other_types_are_not_read(String type) {
        var reply = Rpc.post().body(type, Rpc.PING).send();

        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.json().getString("error")).isEqualTo("unsupported_media_type");
    }

    @Test
    void a_body_without_a_type_is_not_read() {
        assertThat(Rpc.post().untyped(Rpc.PING).send().status()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json, text/event-stream",
                "text/event-stream, application/json",
                "text/event-stream, application/json;q=0.5",
                "application/json",
                "application/*",
                "*/*"
            })
    void json_is_answered_to_whoever_takes_it(String accept) {
        var reply = Rpc.post().header("Accept", accept).json(Rpc.PING).send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type").orElse("")).startsWith("application/json");
    }

    @Test
    void json_is_answered_to_whoever_says_nothing() {
        assertThat(Rpc.send(Rpc.PING).header("Content-Type").orElse("")).startsWith("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/event-stream", "text/html", "image/png", "application/xml"})
    void whoever_does_not_take_json_gets_none(String accept) {
        assertThat(Rpc.post().header("Accept", accept).json(Rpc.PING).send().status())
                .isEqualTo(406);
    }

    @Test
    void a_notification_is_accepted_whatever_its_sender_takes() {
        var reply = Rpc.post()
                .header("Accept", "application/json, text/event-stream")
                .json("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}")
                .send();

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.header("Content-Type")).isEmpty();
    }
}
