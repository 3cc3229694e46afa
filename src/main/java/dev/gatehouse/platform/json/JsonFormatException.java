package dev.gatehouse.platform.json;

/** A stranger's JSON is not what it must be; the message names the member and may be shown to the sender. */
public class JsonFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong, in one sentence. */
    public JsonFormatException(String message) {
        super(message);
    }
}
