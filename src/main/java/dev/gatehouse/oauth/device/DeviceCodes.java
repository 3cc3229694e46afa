package dev.gatehouse.oauth.device;

/** The device authorization response (RFC 8628 §3.2). {@code expiresIn} and {@code interval} are in seconds. */
public record DeviceCodes(
        String deviceCode,
        String userCode,
        String verificationUri,
        String verificationUriComplete,
        long expiresIn,
        long interval) {

    @Override
    public String toString() {
        return "DeviceCodes[hidden]";
    }
}
