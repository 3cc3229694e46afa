package dev.gatehouse.oauth.client;

import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.oauth.error.OAuthException;
import dev.gatehouse.platform.crypto.Secret;
import dev.gatehouse.platform.http.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/**
 * Client authentication at the token and revocation endpoints (RFC 6749 §2.3): exactly the method that the client
 * registered.
 */
@ApplicationScoped
public class ClientAuthentication {
    @Inject
    Clients clients;

    /** The client that makes a request, proven, or invalid_client. */
    public Client authenticate(HttpHeaders headers, Parameters form) {
        var authorization = Optional.ofNullable(headers.getHeaderString(HttpHeaders.AUTHORIZATION));
        var credentials = ClientCredentials.presented(authorization, form);
        try {
            return verify(credentials);
        } catch (OAuthException refusal) {
            throw authorization.isPresent() ? refusal.challengingBasic() : refusal;
        }
    }

    private Client verify(ClientCredentials presented) {
        var client = clients.byId(presented.clientId())
                .orElseThrow(() -> refuse(presented, "unknown client; register again", "no such client"));
        if (client.authenticationMethod() != presented.method()) {
            throw refuse(
                    presented,
                    "this client must authenticate with "
                            + client.authenticationMethod().wireName(),
                    "presented " + presented.method().wireName());
        }
        if (client.secretHash().isPresent()
                && !presented
                        .secret()
                        .map(secret -> secret.matches(client.secretHash().get()))
                        .orElse(false)) {
            throw refuse(presented, "wrong client secret", "wrong secret");
        }
        return client;
    }

    private static OAuthException refuse(ClientCredentials presented, String description, String reason) {
        return OAuthException.because(OAuthError.INVALID_CLIENT, description, reason)
                .to(presented.clientId());
    }

    private record ClientCredentials(String clientId, ClientAuthenticationMethod method, Optional<Secret> secret) {

        static ClientCredentials presented(Optional<String> authorization, Parameters form) {
            var id = form.single("client_id");
            var secret = form.single("client_secret").map(Secret::new);
            if (authorization.isPresent()) {
                return basic(authorization.get(), id, secret);
            }
            if (id.isEmpty()) {
                throw OAuthException.of(OAuthError.INVALID_CLIENT, "client_id is missing");
            }
            var method = secret.isPresent()
                    ? ClientAuthenticationMethod.CLIENT_SECRET_POST
                    : ClientAuthenticationMethod.NONE;
            return new ClientCredentials(id.get(), method, secret);
        }

        private static ClientCredentials basic(String authorization, Optional<String> id, Optional<Secret> secret) {
            var basic = BasicCredentials.parse(authorization)
                    .orElseThrow(() -> OAuthException.of(
                                    OAuthError.INVALID_CLIENT, "the Authorization header is not valid Basic")
                            .challengingBasic());
            // RFC 6749 §2.3: no more than one method in a request.
            if (secret.isPresent()
                    || id.filter(other -> !other.equals(basic.userId())).isPresent()) {
                throw OAuthException.of(OAuthError.INVALID_REQUEST, "use one client authentication method, not two");
            }
            return new ClientCredentials(
                    basic.userId(), ClientAuthenticationMethod.CLIENT_SECRET_BASIC, Optional.of(basic.password()));
        }
    }
}
