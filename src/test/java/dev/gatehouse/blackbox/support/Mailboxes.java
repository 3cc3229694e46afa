package dev.gatehouse.blackbox.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** A mail server in this JVM (RFC 5321) that takes every letter and keeps it to be read. */
public final class Mailboxes implements AutoCloseable {
    /** A letter as it arrived. */
    public record Letter(String to, String text) {
        /** The first link in it. */
        public String link() {
            var link = Pattern.compile("https?://\\S+").matcher(text);
            if (!link.find()) {
                throw new AssertionError("no link in " + text);
            }
            return link.group();
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ServerSocket socket;
    private final List<Letter> letters = new CopyOnWriteArrayList<>();
    private volatile boolean silent;

    private Mailboxes(ServerSocket socket) {
        this.socket = socket;
    }

    /** Listens on a free port. */
    public static Mailboxes open() {
        return at(0);
    }

    /** Listens on that port. */
    public static Mailboxes at(int port) {
        try {
            var mailboxes = new Mailboxes(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().start(mailboxes::accept);
            return mailboxes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port. */
    public int port() {
        return socket.getLocalPort();
    }

    /** Takes connections and says nothing, or talks again to those who come from now on. */
    public void silent(boolean silence) {
        silent = silence;
    }

    /** The letters to an address so far, the oldest first. */
    public List<Letter> to(String address) {
        return letters.stream().filter(letter -> letter.to().equals(address)).toList();
    }

    /** Waits until an address has that many letters, and gives back the newest of them. */
    public Letter await(String address, int count) {
        for (var end = Instant.now().plus(PATIENCE); Instant.now().isBefore(end); pause()) {
            var found = to(address);
            if (found.size() >= count) {
                return found.get(count - 1);
            }
        }
        throw new AssertionError("no letter " + count + " to " + address + " among " + letters);
    }

    private void accept() {
        try {
            while (true) {
                var connection = socket.accept();
                Thread.ofVirtual().start(() -> talk(connection));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void talk(Socket connection) {
        try (connection;
                var in = new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            if (silent) {
                in.readLine();
                return;
            }
            say(connection, "220 mail");
            var to = "";
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var verb = line.toUpperCase();
                if (verb.startsWith("RCPT TO:")) {
                    to = line.replaceAll(".*<(.*)>.*", "$1");
                }
                if (verb.equals("DATA")) {
                    say(connection, "354 go on");
                    letters.add(new Letter(to, text(in)));
                }
                say(connection, verb.equals("QUIT") ? "221 bye" : "250 ok");
            }
        } catch (IOException e) {
            // The client went away.
        }
    }

    private static String text(BufferedReader in) throws IOException {
        var text = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            text.append(line).append('\n');
        }
        return text.toString();
    }

    private static void say(Socket connection, String line) throws IOException {
        connection.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
