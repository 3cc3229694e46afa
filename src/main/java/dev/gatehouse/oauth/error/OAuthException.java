package dev.gatehouse.oauth.error;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A refused OAuth request: the code and description go out, the reason goes to the log and the audit trail only. */
public class OAuthException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final OAuthError error;
    private final String description;
    private final String clientId;
    private final transient Map<String, String> headers;

    private OAuthException(
            OAuthError error, String description, String reason, String clientId, Map<String, String> headers) {
        super(reason);
        this.error = error;
        this.description = description;
        this.clientId = clientId;
        this.headers = headers;
    }

    /** A refusal whose description tells the client all that we know. */
    public static OAuthException of(OAuthError error, String description) {
        return new OAuthException(error, description, description, "", Map.of());
    }

    /** A refusal with a reason that is none of the client's business. */
    public static OAuthException because(OAuthError error, String description, String reason) {
        return new OAuthException(error, description, reason, "", Map.of());
    }

    /** The same refusal, to a client that tried HTTP Basic and must be told the scheme (RFC 6749 §5.2). */
    public OAuthException challengingBasic() {
        return challenging("Basic realm=\"gatehouse\"");
    }

    /** The same refusal with that {@code WWW-Authenticate} challenge. */
    public OAuthException challenging(String challenge) {
        return with("WWW-Authenticate", challenge);
    }

    /** The same refusal, to somebody who may try again after that time. */
    public OAuthException retryAfter(Duration wait) {
        return with("Retry-After", Long.toString(Math.max(1, wait.toSeconds())));
    }

    /** The same refusal with one more response header. */
    public OAuthException with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new OAuthException(error, description, getMessage(), clientId, Map.copyOf(more));
    }

    /** The same refusal, once it is known whose request it was. */
    public OAuthException to(String client) {
        return new OAuthException(error, description, getMessage(), client, headers);
    }

    /** The registered code. */
    public OAuthError error() {
        return error;
    }

    /** What the client's developer needs to know, in ASCII without quotes (RFC 6749 §5.2). */
    public String description() {
        return description;
    }

    /** What the administrator reads: the code, and all that we know. */
    public String told() {
        return error.code() + ": " + getMessage();
    }

    String clientId() {
        return clientId;
    }

    Map<String, String> headers() {
        return headers;
    }
}
