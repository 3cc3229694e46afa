package dev.gatehouse.blackbox.support;

import dev.gatehouse.support.TestServer;

/**
 * The server under test: one that the build started, or, with {@code -Dgatehouse.test.base-url}, one that runs already.
 */
public final class Sut {
    private Sut() {}

    /** The absolute URL of a path. */
    public static String url(String path) {
        return TestServer.baseUrl() + path;
    }
}
