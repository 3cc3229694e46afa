package dev.gatehouse.blackbox.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.Reply;
import jakarta.json.JsonObject;

/** A call of {@code whoami}, whatever the credential. */
final class Whoami {
    static final String CALL =
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"whoami\"}}";

    private Whoami() {}

    /** The answer to a request that carries a good credential. */
    static JsonObject of(Http request) {
        return answer(request.json(CALL).send());
    }

    /** The answer in a reply. */
    static JsonObject answer(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json().getJsonObject("result").getJsonObject("structuredContent");
    }
}
