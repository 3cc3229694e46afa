package dev.gatehouse.blackbox.support;

import dev.gatehouse.support.TlsSite;
import java.nio.file.Path;

/**
 * A server that may ask sites on this machine as often as tests like: for documents of clients, and who somebody is.
 */
public final class OutwardServer {
    /** The provider that signs people in, as {@code corp} whom it knows, and as {@code open} everybody. */
    public static final OpenIdProvider PROVIDER = OpenIdProvider.start();

    private OutwardServer() {}

    /** It, for a test class. */
    public static Witness witness() {
        return Witness.with("gatehouse.outbound.allow-loopback", "true")
                .and("gatehouse.outbound.extra-ca", TlsSite.authority().toString())
                .and("gatehouse.outbound.fetches-per-minute", "100000")
                .and("gatehouse.outbound.fetches-per-minute-per-host", "100000")
                .and("gatehouse.oauth.pinned-documents", pinnedDocuments())
                .and("gatehouse.login.providers", "corp,open,down")
                .and("gatehouse.login.provider.corp.name", "Corp & Co")
                .and("gatehouse.login.provider.corp.issuer", PROVIDER.issuer())
                .and("gatehouse.login.provider.corp.client-id", OpenIdProvider.CLIENT_ID)
                .and("gatehouse.login.provider.corp.client-secret", OpenIdProvider.CLIENT_SECRET)
                .and("gatehouse.login.provider.open.creates-people", "true")
                .and("gatehouse.login.provider.open.issuer", PROVIDER.issuer())
                .and("gatehouse.login.provider.open.client-id", OpenIdProvider.CLIENT_ID)
                .and("gatehouse.login.provider.open.client-secret", OpenIdProvider.CLIENT_SECRET)
                .and("gatehouse.login.provider.down.issuer", "http://localhost:1")
                .and("gatehouse.login.provider.down.client-id", OpenIdProvider.CLIENT_ID)
                .and("gatehouse.login.provider.down.client-secret", OpenIdProvider.CLIENT_SECRET);
    }

    private static String pinnedDocuments() {
        return Path.of("src/conformance/pinned-documents").toAbsolutePath().toString();
    }
}
