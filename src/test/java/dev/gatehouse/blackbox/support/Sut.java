package dev.gatehouse.blackbox.support;

import dev.gatehouse.support.TestServer;
import java.net.URI;
import java.util.Optional;

/**
 * The server under test: one that the build started, or, with {@code -Dgatehouse.test.base-url}, one that runs already.
 */
public final class Sut {
    private static final ThreadLocal<URI> OTHER = new ThreadLocal<>();

    private Sut() {}

    /** Makes another server the one under test, in this thread, until {@link #useDefault()}. */
    public static void use(URI baseUrl) {
        OTHER.set(baseUrl);
    }

    /** Makes the usual server the one under test again. */
    public static void useDefault() {
        OTHER.remove();
    }

    /** The absolute URL of a path. */
    public static String url(String path) {
        return Optional.ofNullable(OTHER.get()).orElseGet(TestServer::baseUrl) + path;
    }
}
