package dev.gatehouse.platform.page;

/** How programs on a part of the surface read refusals that come from the REST layer itself; people never get there. */
public interface ErrorFormat {
    /** Whether a path, aliases resolved, is worded this way. */
    boolean covers(String path);

    /** The body of a refusal with that HTTP status. */
    Object body(int status, String error, String detail);
}
