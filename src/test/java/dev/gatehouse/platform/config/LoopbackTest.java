package dev.gatehouse.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost",
                "http://LOCALHOST:8080/",
                "https://localhost/mcp",
                "http://127.0.0.1:3000/callback",
                "http://127.0.0.2",
                "http://127.255.255.255",
                "http://[::1]:3000/callback"
            })
    void knows_this_machine(String uri) {
        assertThat(Loopback.is(URI.create(uri))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost.evil.com",
                "http://evil.com/localhost",
                "http://localhost@evil.com",
                "http://127.0.0.1.evil.com",
                "http://127.0.0.1.nip.io",
                "http://1127.0.0.1",
                "http://126.0.0.1",
                "http://128.0.0.1",
                "http://0.0.0.0",
                "http://10.0.0.1",
                "http://[::2]",
                "http://[::ffff:7f00:1]",
                "http://[::]",
                "http://xlocalhost",
                "mailto:localhost",
                "/localhost"
            })
    void knows_other_machines(String uri) {
        assertThat(Loopback.is(URI.create(uri))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.256", "127.0.0", "127.1", "127.0.0.1.", "0177.0.0.1", "2130706433", "0x7f.0.0.1",
                "localhost.", "", " localhost", "localhost\0", "::1", "[::1", "[0:0:0:0:0:0:0:1]"
            })
    void reads_nothing_into_unusual_spellings(String host) {
        assertThat(Loopback.is(host)).isFalse();
    }
}
