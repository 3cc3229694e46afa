package dev.gatehouse.platform.http;

/** A query or form that cannot be read, or that says the same thing twice; the message may be shown to the sender. */
public class MalformedParametersException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong, in one sentence. */
    public MalformedParametersException(String message) {
        super(message);
    }
}
