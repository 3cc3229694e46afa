package dev.gatehouse.platform.page;

/**
 * How a part of the surface words refusals that come from the REST layer itself. Implemented by who owns those paths.
 */
public interface ErrorFormat {
    /** Whether a path, aliases resolved, is worded this way. */
    boolean covers(String path);

    /** The body of a refusal with that HTTP status. */
    Object body(int status, String detail);
}
