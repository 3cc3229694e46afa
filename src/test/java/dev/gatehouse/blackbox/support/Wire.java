package dev.gatehouse.blackbox.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** HTTP/1.0 on a socket, for requests that no decent client would send. */
public final class Wire {
    private static final int TIMEOUT = 20_000;

    private Wire() {}

    /** A GET with exactly that target and those header lines. */
    public static Reply get(String target, String... headerLines) {
        return send("GET " + target, "", headerLines);
    }

    /** A GET that claims to have been sent to another host. */
    public static Reply asHost(String host, String target) {
        return exchange(host, "GET " + target, "");
    }

    /** A POST that claims to have been sent to another host. */
    public static Reply postAsHost(String host, String target, String body, String... headerLines) {
        return exchange(host, "POST " + target, body, headerLines);
    }

    /** A POST with exactly that target, body and those header lines. */
    public static Reply post(String target, String body, String... headerLines) {
        return send("POST " + target, body, headerLines);
    }

    /** Exactly those bytes and then no more; the request must ask for the connection to be closed. */
    public static Reply raw(String request) {
        var server = URI.create(Sut.url("/"));
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(TIMEOUT);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return reply(server, new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reply send(String requestLine, String body, String... headerLines) {
        return exchange(URI.create(Sut.url("/")).getAuthority(), requestLine, body, headerLines);
    }

    private static Reply exchange(String host, String requestLine, String body, String... headerLines) {
        var server = URI.create(Sut.url("/"));
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var head = Stream.concat(
                        Stream.of(requestLine + " HTTP/1.0", "Host: " + host, "Content-Length: " + bytes.length),
                        Stream.of(headerLines))
                .collect(Collectors.joining("\r\n", "", "\r\n\r\n"));
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(TIMEOUT);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(bytes);
            return reply(server, new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reply reply(URI uri, String response) {
        var parts = response.split("\r\n\r\n", 2);
        var lines = parts[0].split("\r\n");
        var headers = Arrays.stream(lines)
                .skip(1)
                .map(line -> line.split(": ?", 2))
                .collect(Collectors.groupingBy(
                        pair -> pair[0], Collectors.mapping(pair -> pair[1], Collectors.toList())));
        return new Reply(
                uri,
                Integer.parseInt(lines[0].split(" ")[1]),
                HttpHeaders.of(headers, (name, value) -> true),
                parts[1]);
    }
}
