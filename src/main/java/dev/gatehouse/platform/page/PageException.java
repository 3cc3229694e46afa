package dev.gatehouse.platform.page;

import jakarta.ws.rs.core.Response;

/** A person's request that cannot go on: a title, what happened and what to do now. The page adds a reference id. */
public class PageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Response.Status status;
    private final String title;
    private final String reason;

    /** A refusal to be read by a person; the message says what happened and what to do next. */
    public PageException(Response.Status status, String title, String message) {
        this(status, title, message, message);
    }

    /** The same with a reason that is for the administrator and not on the page. */
    public PageException(Response.Status status, String title, String message, String reason) {
        super(message);
        this.status = status;
        this.title = title;
        this.reason = reason;
    }

    String reason() {
        return reason;
    }

    Response.Status status() {
        return status;
    }

    String title() {
        return title;
    }
}
