package dev.gatehouse.oauth.authorize;

import dev.gatehouse.oauth.client.Client;
import dev.gatehouse.oauth.client.ClientDirectory;
import dev.gatehouse.oauth.client.ClientFinding;
import dev.gatehouse.oauth.client.RedirectUri;
import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.oauth.settings.ProtectedResources;
import dev.gatehouse.platform.http.MalformedParametersException;
import dev.gatehouse.platform.http.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/**
 * Checks authorization requests: first whom the answer may go to, told to the person; then everything else, told to the
 * client.
 */
@ApplicationScoped
class AuthorizationRequests {
    private static final int MAX_STATE = 2_000;

    @Inject
    ClientDirectory clients;

    @Inject
    PushedRequests pushed;

    @Inject
    ProtectedResources resources;

    @Inject
    PushedRequestSettings settings;

    @Inject
    Clock clock;

    /** The request that came through a browser, in its parameters or pushed before (RFC 9126 §4). */
    AuthorizationRequest<FlowEnd.Redirect> check(Parameters parameters) {
        var client = client(parameters);
        var reference = single(parameters, "request_uri", client.id()).filter(PushedRequests::named);
        if (reference.isPresent()) {
            return check(client, taken(reference.get(), client));
        }
        var request = check(client, parameters);
        if (settings.required() || client.metadata().requirePushedAuthorizationRequests()) {
            throw new RedirectedRefusal(
                    request.end().target(),
                    client.id(),
                    OAuthError.INVALID_REQUEST,
                    "push the request to the pushed_authorization_request_endpoint first");
        }
        return request;
    }

    /** A request of that client, through whichever door it came. */
    AuthorizationRequest<FlowEnd.Redirect> check(Client client, Parameters parameters) {
        var redirectUri = redirectUri(parameters, client);
        return new RequestCheck(parameters, client, target(parameters, redirectUri), resources, clock.instant())
                .passed();
    }

    /** RFC 9101 §5: of what stands beside the reference, only the client is read, and must be the one that pushed. */
    private Parameters taken(String reference, Client client) {
        return switch (pushed.take(reference, client.id())) {
            case Taking.Taken(var parameters) -> parameters;
            case Taking.Worthless(var reason) ->
                throw new UnaddressedRefusal(
                        OAuthError.INVALID_REQUEST,
                        client.id(),
                        "request_uri is not valid",
                        "This link has been used already, waited too long or belongs to another application"
                                + " (request_uri). Go back to the application and connect again.",
                        "request_uri: " + reason);
        };
    }

    private Client client(Parameters parameters) {
        var id = single(parameters, "client_id", "")
                .orElseThrow(() -> new UnaddressedRefusal(
                        OAuthError.INVALID_REQUEST,
                        "",
                        "client_id is missing",
                        "The application did not say who it is (client_id is missing)."));
        return switch (clients.find(id)) {
            case ClientFinding.Found(var client) -> client;
            case ClientFinding.Unknown unknown ->
                throw new UnaddressedRefusal(
                        OAuthError.INVALID_REQUEST,
                        id,
                        "client_id is unknown",
                        "This application is not registered here (unknown client_id). Remove the connection in the"
                                + " application and add it again, so that it registers anew.");
            case ClientFinding.Unusable(var host, var reason) ->
                throw new UnaddressedRefusal(
                        OAuthError.INVALID_REQUEST,
                        id,
                        "the document at client_id cannot be used",
                        "The application says who it is in a document on " + host + " that cannot be used now"
                                + " (client_id). Try again in a minute; if that does not help, tell its developer or"
                                + " your administrator.",
                        "client document: " + reason);
        };
    }

    /** RFC 6749 §3.1.2.3: may be left out by a client that registered exactly one. */
    private static RedirectUri redirectUri(Parameters parameters, Client client) {
        var requested = single(parameters, "redirect_uri", client.id());
        if (requested.isEmpty() && client.redirectUris().size() == 1) {
            return client.redirectUris().getFirst();
        }
        return requested
                .flatMap(RedirectUri::parse)
                .filter(client::allows)
                .orElseThrow(() -> new UnaddressedRefusal(
                        OAuthError.INVALID_REQUEST,
                        client.id(),
                        "redirect_uri is not registered",
                        "The application wants to be called back at an address that it did not register"
                                + " (redirect_uri), so nothing was sent there. Ask its developer to register that"
                                + " address."));
    }

    /** A state that comes twice or is too long is refused later, and told to the client without one. */
    private RedirectTarget target(Parameters parameters, RedirectUri uri) {
        var states = parameters.all("state");
        var state = states.stream()
                .filter(only -> states.size() == 1 && only.length() <= MAX_STATE)
                .findFirst();
        return new RedirectTarget(uri, state, resources.issuer());
    }

    private static Optional<String> single(Parameters parameters, String name, String clientId) {
        try {
            return parameters.single(name);
        } catch (MalformedParametersException e) {
            throw new UnaddressedRefusal(OAuthError.INVALID_REQUEST, clientId, e.getMessage(), e.getMessage());
        }
    }
}
