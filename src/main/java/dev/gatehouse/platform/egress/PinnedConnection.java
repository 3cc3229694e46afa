package dev.gatehouse.platform.egress;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnectionFactory;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;

/** One request on a connection of its own to an address that was checked, under the name by which it was found. */
final class PinnedConnection {
    private static final Http1Config CAPS =
            Http1Config.custom().setMaxLineLength(8_000).setMaxHeaderCount(64).build();

    /** The default parser would not know the caps. */
    private static final DefaultBHttpClientConnectionFactory CONNECTIONS = DefaultBHttpClientConnectionFactory.builder()
            .http1Config(CAPS)
            .responseParserFactory(new DefaultHttpResponseParserFactory(CAPS))
            .build();

    private final EgressRequest request;
    private final EgressSettings settings;
    private final SSLContext trust;

    PinnedConnection(EgressRequest request, EgressSettings settings, SSLContext trust) {
        this.request = request;
        this.settings = settings;
        this.trust = trust;
    }

    EgressOutcome exchange(InetAddress address) throws IOException, HttpException {
        // Not the proxy that system properties may name: it would resolve again, and connect for us.
        try (var socket = new Socket(Proxy.NO_PROXY)) {
            socket.connect(new InetSocketAddress(address, request.port()), (int)
                    settings.connectTimeout().toMillis());
            var connection = request.tls()
                    ? CONNECTIONS.createConnection(secured(socket), socket)
                    : CONNECTIONS.createConnection(socket);
            // Closed with the socket: closing the answer would read it to its end first.
            return read(new HttpRequestExecutor().execute(message(), connection, HttpCoreContext.create()));
        }
    }

    /** The name, not the address, is announced and must stand in the certificate. */
    private SSLSocket secured(Socket socket) throws IOException {
        var secured = (SSLSocket) trust.getSocketFactory().createSocket(socket, request.host(), request.port(), true);
        var parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private ClassicHttpRequest message() {
        var uri = request.uri();
        var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        var message = new BasicClassicHttpRequest(
                request.method(), uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
        message.addHeader("Host", uri.getRawAuthority());
        message.addHeader("User-Agent", "Gatehouse");
        message.addHeader("Accept-Encoding", "identity");
        message.addHeader("Connection", "close");
        request.headers().forEach(message::addHeader);
        if (request.body().length > 0) {
            message.addHeader("Content-Length", request.body().length);
            message.setEntity(new ByteArrayEntity(request.body(), ContentType.APPLICATION_FORM_URLENCODED));
        }
        return message;
    }

    private EgressOutcome read(ClassicHttpResponse response) throws IOException {
        var entity = response.getEntity();
        var body = entity == null ? new byte[0] : entity.getContent().readNBytes(request.maxBytes() + 1);
        if (body.length > request.maxBytes()) {
            return new EgressOutcome.Failed("the answer is larger than " + request.maxBytes() + " bytes");
        }
        return new EgressOutcome.Fetched(response.getCode(), headers(response), body);
    }

    private static HttpHeaders headers(ClassicHttpResponse response) {
        var all = new HashMap<String, List<String>>();
        for (var header : response.getHeaders()) {
            all.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(header.getValue() == null ? "" : header.getValue());
        }
        return HttpHeaders.of(all, (name, value) -> true);
    }
}
