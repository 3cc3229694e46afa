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
 * Client authentication at every endpoint that clients call (RFC 6749 §2.3): exactly the method that the client
 * registered.
 */
@ApplicationScoped
public class ClientAuthentication {
    @Inject
    ClientUses uses;

    @Inject
    ClientDirectory directory;

    @Inject
    ClientAssertions assertions;

    @Inject
    ClientCertificates certificates;

    /** The client that makes a request, proven, or invalid_client. */
    public Client authenticate(HttpHeaders headers, Parameters form) {
        var authorization = Optional.ofNullable(headers.getHeaderString(HttpHeaders.AUTHORIZATION));
        try {
            return authenticate(PresentedClient.in(authorization, form));
        } catch (OAuthException refusal) {
            throw authorization.isPresent() ? refusal.challengingBasic() : refusal;
        }
    }

    /** The same for an endpoint that is not for public clients. */
    public Client authenticateConfidential(HttpHeaders headers, Parameters form) {
        var client = authenticate(headers, form);
        if (!client.confidential()) {
            throw OAuthException.of(OAuthError.INVALID_CLIENT, "this endpoint is for clients that authenticate")
                    .to(client.id());
        }
        return client;
    }

    private Client authenticate(PresentedClient presented) {
        var client = directory
                .known(presented.clientId())
                .orElseThrow(() -> refuse(presented, "unknown client; register again", "no such client"));
        requireMethod(client, presented);
        var problem = problem(client, presented);
        if (problem.isPresent()) {
            throw refuse(presented, problem.get(), problem.get());
        }
        uses.used(client);
        return client;
    }

    private static void requireMethod(Client client, PresentedClient presented) {
        boolean fits = switch (client.authenticationMethod()) {
            // Who leaves the choice to us is not told it, and may sign all the same.
            case NONE ->
                presented instanceof PresentedClient.Named
                        || (presented instanceof PresentedClient.Assertion
                                && client.metadata().keys().published());
            case TLS_CLIENT_AUTH -> presented instanceof PresentedClient.Named;
            case CLIENT_SECRET_BASIC -> presented instanceof PresentedClient.Basic;
            case CLIENT_SECRET_POST -> presented instanceof PresentedClient.Post;
            case PRIVATE_KEY_JWT -> presented instanceof PresentedClient.Assertion;
        };
        if (!fits) {
            throw refuse(
                    presented,
                    "this client must authenticate with "
                            + client.authenticationMethod().wireName(),
                    "presented " + presented.getClass().getSimpleName());
        }
    }

    private Optional<String> problem(Client client, PresentedClient presented) {
        return switch (presented) {
            case PresentedClient.Basic(var id, var secret) -> wrongSecret(client, secret);
            case PresentedClient.Post(var id, var secret) -> wrongSecret(client, secret);
            case PresentedClient.Assertion(var id, var jwt) -> assertions.problem(client, jwt);
            case PresentedClient.Named named -> client.confidential() ? certificates.problem(client) : Optional.empty();
        };
    }

    private static Optional<String> wrongSecret(Client client, Secret secret) {
        return client.secretHash().filter(secret::matches).isPresent()
                ? Optional.empty()
                : Optional.of("wrong client secret");
    }

    private static OAuthException refuse(PresentedClient presented, String description, String reason) {
        return OAuthException.because(OAuthError.INVALID_CLIENT, description, reason)
                .to(presented.clientId());
    }
}
