package dev.gatehouse.oauth.client;

import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.oauth.error.OAuthException;
import dev.gatehouse.platform.crypto.ForeignJwt;
import dev.gatehouse.platform.crypto.Secret;
import dev.gatehouse.platform.http.Parameters;
import java.util.Optional;

/**
 * Who a request says its client is, and by what it means to prove that (RFC 6749 §2.3), before anybody has checked it.
 */
sealed interface PresentedClient {
    /** RFC 7523 §2.2. */
    String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /** The client id that it claims. */
    String clientId();

    /** HTTP Basic (RFC 6749 §2.3.1). */
    record Basic(String clientId, Secret secret) implements PresentedClient {}

    /** The secret in the form. */
    record Post(String clientId, Secret secret) implements PresentedClient {}

    /** A JWT that the client signed (RFC 7523 §2.2). */
    record Assertion(String clientId, ForeignJwt jwt) implements PresentedClient {}

    /** A client id alone: enough for a public client, and for one whose connection has its certificate. */
    record Named(String clientId) implements PresentedClient {}

    /** What a request presents; two methods at once are refused (RFC 6749 §2.3). */
    static PresentedClient in(Optional<String> authorization, Parameters form) {
        var id = form.single("client_id");
        var secret = form.single("client_secret").map(Secret::new);
        var assertion = form.single("client_assertion");
        if ((authorization.isPresent() ? 1 : 0) + (secret.isPresent() ? 1 : 0) + (assertion.isPresent() ? 1 : 0) > 1) {
            throw OAuthException.of(OAuthError.INVALID_REQUEST, "use one client authentication method, not two");
        }
        if (authorization.isPresent()) {
            return basic(authorization.get(), id);
        }
        if (assertion.isPresent()) {
            return assertion(assertion.get(), form.single("client_assertion_type"), id);
        }
        var clientId = id.orElseThrow(() -> OAuthException.of(OAuthError.INVALID_CLIENT, "client_id is missing"));
        return secret.<PresentedClient>map(value -> new Post(clientId, value)).orElseGet(() -> new Named(clientId));
    }

    private static PresentedClient basic(String authorization, Optional<String> id) {
        var basic = BasicCredentials.parse(authorization)
                .orElseThrow(() ->
                        OAuthException.of(OAuthError.INVALID_CLIENT, "the Authorization header is not valid Basic"));
        requireSame(id, basic.userId());
        return new Basic(basic.userId(), basic.password());
    }

    private static PresentedClient assertion(String compact, Optional<String> type, Optional<String> id) {
        if (type.filter(ASSERTION_TYPE::equals).isEmpty()) {
            throw OAuthException.of(OAuthError.INVALID_REQUEST, "client_assertion_type must be " + ASSERTION_TYPE);
        }
        var jwt = ForeignJwt.parse(compact)
                .orElseThrow(() -> OAuthException.of(
                        OAuthError.INVALID_CLIENT,
                        "client_assertion must be a JWT signed with one of "
                                + String.join(", ", ForeignJwt.ALGORITHMS)));
        var subject = jwt.claims()
                .string("sub")
                .orElseThrow(() -> OAuthException.of(OAuthError.INVALID_CLIENT, "the assertion has no sub"));
        requireSame(id, subject);
        return new Assertion(subject, jwt);
    }

    private static void requireSame(Optional<String> id, String proven) {
        if (id.filter(other -> !other.equals(proven)).isPresent()) {
            throw OAuthException.of(OAuthError.INVALID_REQUEST, "client_id differs from the authenticated client");
        }
    }
}
