package dev.gatehouse.blackbox.clientdocument;

import dev.gatehouse.blackbox.support.Sut;
import dev.gatehouse.blackbox.support.Witness;
import dev.gatehouse.support.ServerProcess;
import dev.gatehouse.support.TlsSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A server that may ask the test sites on this machine; one for all tests that need no other. */
final class DocumentServer {
    private DocumentServer() {}

    /** Makes it the server under test, in this thread. */
    static Witness use() {
        Witness.assumeStartable();
        Sut.use(Shared.WITNESS.server().baseUrl());
        return Shared.WITNESS;
    }

    /** What lets a server ask the test sites, as often as tests like. */
    static ServerProcess open(ServerProcess server) {
        return server.property("gatehouse.outbound.allow-loopback", "true")
                .property("gatehouse.outbound.extra-ca", TlsSite.authority().toString())
                .property("gatehouse.outbound.fetches-per-minute", "100000")
                .property("gatehouse.outbound.fetches-per-minute-per-host", "100000")
                .property(
                        "gatehouse.oauth.pinned-documents",
                        Path.of("src/conformance/pinned-documents")
                                .toAbsolutePath()
                                .toString());
    }

    /** A directory for a server of one's own. */
    static Path directory() {
        try {
            return Files.createTempDirectory("document-server-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Shared {
        static final Witness WITNESS = Witness.start(directory(), DocumentServer::open);
    }
}
