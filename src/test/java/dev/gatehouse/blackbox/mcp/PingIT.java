package dev.gatehouse.blackbox.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PingIT {

    @Test
    void is_answered_with_an_empty_result() {
        assertThat(Rpc.result(Rpc.legacy("ping", "{}"))).isEmpty();
    }

    /** 2026-07-28, Changelog: ping was removed. */
    @Test
    void does_not_exist_since_2026_07_28() {
        Rpc.error(Rpc.modern("ping", ""), 404, -32601);
    }
}
