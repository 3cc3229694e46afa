package dev.gatehouse.blackbox.clientdocument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.OAuthDance;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attack 21, through the wire: on a server as it is delivered, no client id makes it knock at its own machine. */
class SpecialUseDocumentIT {
    private static final int MOMENT = 300;
    private static ServerSocket listener;

    @BeforeAll
    static void listen() throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        listener.setSoTimeout(MOMENT);
    }

    @AfterAll
    static void close() throws IOException {
        listener.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost:%d/client.json",
                "https://127.0.0.1:%d/client.json",
                "https://127.1:%d/client.json",
                "https://2130706433:%d/client.json",
                "https://0x7f000001:%d/client.json",
                "https://0.0.0.0:%d/client.json",
                "https://[::1]:%d/client.json",
                "https://[::]:%d/client.json",
                "https://[::ffff:127.0.0.1]:%d/client.json",
                "https://[64:ff9b::7f00:1]:%d/client.json",
                "http://localhost:%d/client.json",
                "http://127.0.0.1:%d/client.json"
            })
    void this_machine_is_never_connected_to(String url) throws IOException {
        var id = url.formatted(listener.getLocalPort());

        Expect.page(OAuthDance.of(id).ask(), 400);
        Expect.refused(OAuthDance.of(id).refresh("x"), 401, "invalid_client");

        assertThat(connected()).isFalse();
    }

    private static boolean connected() throws IOException {
        try (var peer = listener.accept()) {
            return peer.isConnected();
        } catch (SocketTimeoutException nobody) {
            return false;
        }
    }
}
