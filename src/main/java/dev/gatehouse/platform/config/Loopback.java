package dev.gatehouse.platform.config;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names of this machine itself, judged by a parsed host and never by a prefix: {@code localhost.evil.com} is not one.
 */
public final class Loopback {
    private static final Pattern IPV4 = Pattern.compile("127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");

    private Loopback() {}

    /** Whether the URI's host is loopback. */
    public static boolean is(URI uri) {
        return uri.getHost() != null && is(uri.getHost());
    }

    /**
     * Whether a host, as {@link URI#getHost()} gives it, is {@code localhost}, an address of 127/8 or {@code [::1]}.
     */
    public static boolean is(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.equals("[::1]")
                || IPV4.matcher(name).matches();
    }
}
