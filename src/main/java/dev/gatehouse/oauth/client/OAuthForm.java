package dev.gatehouse.oauth.client;

import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.oauth.error.OAuthException;
import dev.gatehouse.platform.http.MalformedParametersException;
import dev.gatehouse.platform.http.Parameters;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The form that clients post to the token and revocation endpoints (RFC 6749 §3.2): form-encoded, nothing twice. */
public final class OAuthForm {
    /** RFC 8707 §2 lets a request name several resources. */
    private static final List<String> REPEATABLE = List.of("resource");

    private OAuthForm() {}

    /** The parameters of a form, or invalid_request. */
    public static Parameters read(byte[] body, HttpHeaders headers) {
        if (!MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(headers.getMediaType())) {
            throw OAuthException.of(
                    OAuthError.INVALID_REQUEST, "Content-Type must be application/x-www-form-urlencoded");
        }
        try {
            var form = Parameters.ofForm(body);
            form.values().keySet().stream()
                    .filter(name -> !REPEATABLE.contains(name))
                    .forEach(form::single);
            return form;
        } catch (MalformedParametersException e) {
            throw OAuthException.of(OAuthError.INVALID_REQUEST, e.getMessage());
        }
    }
}
