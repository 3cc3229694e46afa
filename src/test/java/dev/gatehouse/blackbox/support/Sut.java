package dev.gatehouse.blackbox.support;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The server under test: the one of the test class ({@link Witness}), or else the usual one, which the build starts for
 * the first who needs it, or which runs already at {@code -Dgatehouse.test.base-url}.
 */
public final class Sut {
    private static final ThreadLocal<URI> OTHER = new ThreadLocal<>();

    private Sut() {}

    /** Makes another server the one under test, in this thread, until {@link #useDefault()}. */
    static void use(URI baseUrl) {
        OTHER.set(baseUrl);
    }

    /** Makes the usual server the one under test again. */
    public static void useDefault() {
        OTHER.remove();
    }

    /** What an action gives with another server as the one under test. */
    public static <T> T at(URI baseUrl, Supplier<T> action) {
        var before = OTHER.get();
        OTHER.set(baseUrl);
        try {
            return action.get();
        } finally {
            OTHER.set(before);
        }
    }

    /** The same action for another thread, with the server under test of this one. */
    public static <T> Supplier<T> here(Supplier<T> action) {
        var here = OTHER.get();
        return () -> at(here, action);
    }

    /** The absolute URL of a path. */
    public static String url(String path) {
        return Optional.ofNullable(OTHER.get()).orElseGet(Sut::usual) + path;
    }

    private static URI usual() {
        return Optional.ofNullable(System.getProperty("gatehouse.test.base-url"))
                .map(URI::create)
                .orElseGet(() -> Installation.shared(Setup.USUAL).first().baseUrl());
    }
}
