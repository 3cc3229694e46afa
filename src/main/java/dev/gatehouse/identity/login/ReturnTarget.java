package dev.gatehouse.identity.login;

import dev.gatehouse.platform.http.Parameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Where to go after signing in: a path of this site, never another one. */
public record ReturnTarget(String path) {
    private static final ReturnTarget HOME = new ReturnTarget("/");
    private static final Pattern LOCAL = Pattern.compile("/(?:[A-Za-z0-9._~-][A-Za-z0-9._~/?=&%+:-]*)?");
    private static final int MAX_LENGTH = 2_000;

    static ReturnTarget of(String requested) {
        return requested.length() <= MAX_LENGTH && LOCAL.matcher(requested).matches()
                ? new ReturnTarget(requested)
                : HOME;
    }

    /** The target that {@code return_to} of a query or form names, or the front page. */
    public static ReturnTarget in(Parameters parameters) {
        return of(parameters.text("return_to"));
    }

    /** The path of another page of the sign-in, which goes on to the same target. */
    public String by(String page) {
        return page + "?return_to=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
