package dev.gatehouse.oauth.error;

/** A refused OAuth request: the code and description go out, the reason goes to the log and the audit trail only. */
public class OAuthException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final OAuthError error;
    private final String description;
    private final String clientId;
    private final boolean basicChallenge;

    private OAuthException(
            OAuthError error, String description, String reason, String clientId, boolean basicChallenge) {
        super(reason);
        this.error = error;
        this.description = description;
        this.clientId = clientId;
        this.basicChallenge = basicChallenge;
    }

    /** A refusal whose description tells the client all that we know. */
    public static OAuthException of(OAuthError error, String description) {
        return new OAuthException(error, description, description, "", false);
    }

    /** A refusal with a reason that is none of the client's business. */
    public static OAuthException because(OAuthError error, String description, String reason) {
        return new OAuthException(error, description, reason, "", false);
    }

    /** The same refusal, to a client that tried HTTP Basic and must be told the scheme (RFC 6749 §5.2). */
    public OAuthException challengingBasic() {
        return new OAuthException(error, description, getMessage(), clientId, true);
    }

    /** The same refusal, once it is known whose request it was. */
    public OAuthException to(String client) {
        return new OAuthException(error, description, getMessage(), client, basicChallenge);
    }

    /** The registered code. */
    public OAuthError error() {
        return error;
    }

    /** What the client's developer needs to know, in ASCII without quotes (RFC 6749 §5.2). */
    public String description() {
        return description;
    }

    String clientId() {
        return clientId;
    }

    boolean basicChallenge() {
        return basicChallenge;
    }
}
