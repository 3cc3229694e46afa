package dev.gatehouse.platform.page;

import jakarta.ws.rs.core.Response;

/** A person's request that cannot go on: a title, what happened and what to do now. The page adds a reference id. */
public class PageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Response.Status status;
    private final String title;

    /** A refusal to be read by a person; the message says what happened and what to do next. */
    public PageException(Response.Status status, String title, String message) {
        super(message);
        this.status = status;
        this.title = title;
    }

    Response.Status status() {
        return status;
    }

    String title() {
        return title;
    }
}
