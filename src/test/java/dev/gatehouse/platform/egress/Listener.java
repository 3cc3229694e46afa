package dev.gatehouse.platform.egress;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A port on loopback that counts who connects, and says something of its own or nothing. */
final class Listener implements AutoCloseable {
    /** What is said to whoever connects. */
    interface Speech {
        void to(OutputStream peer) throws IOException, InterruptedException;
    }

    private final ServerSocket server;
    private final AtomicInteger connections = new AtomicInteger();

    private Listener(ServerSocket server) {
        this.server = server;
    }

    /** Says nothing, and keeps the connection. */
    static Listener silent() {
        return saying(peer -> Thread.sleep(Duration.ofMinutes(1)));
    }

    static Listener saying(Speech speech) {
        try {
            var listener = new Listener(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().start(() -> listener.listen(speech));
            return listener;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says a few bytes of a response again and again, so slowly that no read alone takes long. */
    static Listener dripping(String begin, String drop) {
        return saying(peer -> {
            peer.write(begin.getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 600; i++) {
                peer.write(drop.getBytes(StandardCharsets.US_ASCII));
                peer.flush();
                Thread.sleep(50);
            }
        });
    }

    int port() {
        return server.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    private void listen(Speech speech) {
        while (!server.isClosed()) {
            try {
                var peer = server.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> speak(peer, speech));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void speak(Socket peer, Speech speech) {
        try (peer) {
            speech.to(peer.getOutputStream());
        } catch (IOException | InterruptedException e) {
            // The peer has heard enough.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
