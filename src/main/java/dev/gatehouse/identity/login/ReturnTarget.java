package dev.gatehouse.identity.login;

import java.util.regex.Pattern;

/** Where to go after signing in: a path of this site, never another one. */
record ReturnTarget(String path) {
    private static final ReturnTarget HOME = new ReturnTarget("/");
    private static final Pattern LOCAL = Pattern.compile("/(?:[A-Za-z0-9._~-][A-Za-z0-9._~/?=&%+:-]*)?");
    private static final int MAX_LENGTH = 2_000;

    static ReturnTarget of(String requested) {
        return requested.length() <= MAX_LENGTH && LOCAL.matcher(requested).matches()
                ? new ReturnTarget(requested)
                : HOME;
    }
}
