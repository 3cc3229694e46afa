package dev.gatehouse.oauth.authorize;

/** The answer to a pushed authorization request (RFC 9126 §2.2). {@code expiresIn} is in seconds. */
public record PushedReference(String requestUri, long expiresIn) {
    @Override
    public String toString() {
        return "PushedReference[hidden]";
    }
}
