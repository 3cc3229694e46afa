package dev.gatehouse.oauth.authorize;

import dev.gatehouse.oauth.client.Client;
import dev.gatehouse.oauth.client.Clients;
import dev.gatehouse.oauth.client.RedirectUri;
import dev.gatehouse.oauth.code.Pkce;
import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.oauth.settings.ProtectedResources;
import dev.gatehouse.oauth.settings.Scope;
import dev.gatehouse.platform.http.MalformedParametersException;
import dev.gatehouse.platform.http.Parameters;
import dev.gatehouse.platform.page.PageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks authorization requests: first whom the answer may go to, told to the person; then everything else, told to the
 * client.
 */
@ApplicationScoped
class AuthorizationRequests {
    private static final int MAX_STATE = 2_000;
    private static final int MAX_NONCE = 500;
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final List<String> REPEATABLE = List.of("resource");

    @Inject
    Clients clients;

    @Inject
    ProtectedResources resources;

    AuthorizationRequest check(Parameters parameters) {
        var client = client(parameters);
        var redirectUri = redirectUri(parameters, client);
        return new Check(parameters, client, target(parameters, redirectUri)).passed();
    }

    private Client client(Parameters parameters) {
        var id = single(parameters, "client_id")
                .orElseThrow(() -> page("The application did not say who it is (client_id is missing)."));
        return clients.byId(id)
                .orElseThrow(() -> page("This application is not registered here (unknown client_id). "
                        + "Remove the connection in the application and add it again, so that it registers anew."));
    }

    /** RFC 6749 §3.1.2.3: may be left out by a client that registered exactly one. */
    private static RedirectUri redirectUri(Parameters parameters, Client client) {
        var requested = single(parameters, "redirect_uri");
        if (requested.isEmpty() && client.redirectUris().size() == 1) {
            return client.redirectUris().getFirst();
        }
        return requested
                .flatMap(RedirectUri::parse)
                .filter(client::allows)
                .orElseThrow(() -> page("The application wants to be called back at an address that it did not register"
                        + " (redirect_uri), so nothing was sent there. Ask its developer to register that address."));
    }

    /** A state that comes twice or is too long is refused later, and told to the client without one. */
    private RedirectTarget target(Parameters parameters, RedirectUri uri) {
        var states = parameters.all("state");
        var state = states.stream()
                .filter(only -> states.size() == 1 && only.length() <= MAX_STATE)
                .findFirst();
        return new RedirectTarget(uri, state, resources.issuer());
    }

    private static Optional<String> single(Parameters parameters, String name) {
        try {
            return parameters.single(name);
        } catch (MalformedParametersException e) {
            throw page(e.getMessage());
        }
    }

    private static PageException page(String message) {
        return new PageException(Response.Status.BAD_REQUEST, "This application cannot be connected", message);
    }

    /**
     * What remains once the answer has an address: each check in order, each refusal by redirect (RFC 6749 §4.1.2.1).
     */
    private final class Check {
        private final Parameters parameters;
        private final Client client;
        private final RedirectTarget target;

        Check(Parameters parameters, Client client, RedirectTarget target) {
            this.parameters = parameters;
            this.client = client;
            this.target = target;
        }

        AuthorizationRequest passed() {
            requireNothingTwice();
            requireResponseType();
            requireCodeGrant();
            requireNoRequestObject();
            return new AuthorizationRequest(
                    client,
                    target,
                    parameters.text("redirect_uri"),
                    scopes(),
                    resource(),
                    codeChallenge(),
                    nonce(),
                    parameters.text("prompt").equals("none"));
        }

        private void requireNothingTwice() {
            for (var name : parameters.values().keySet()) {
                if (!REPEATABLE.contains(name) && parameters.all(name).size() > 1) {
                    throw refuse(OAuthError.INVALID_REQUEST, "the parameter " + safe(name) + " must not be repeated");
                }
            }
            if (parameters.text("state").length() > MAX_STATE) {
                throw refuse(OAuthError.INVALID_REQUEST, "state is longer than " + MAX_STATE + " characters");
            }
        }

        private void requireResponseType() {
            if (parameters.text("response_type").isEmpty()) {
                throw refuse(OAuthError.INVALID_REQUEST, "response_type is missing");
            }
            if (!parameters.text("response_type").equals("code")) {
                throw refuse(OAuthError.UNSUPPORTED_RESPONSE_TYPE, "response_type must be code");
            }
            if (!List.of("", "query").contains(parameters.text("response_mode"))) {
                throw refuse(OAuthError.INVALID_REQUEST, "response_mode must be query");
            }
        }

        /** Before the person is asked: the client could not redeem the code (RFC 6749 §4.1.2.1). */
        private void requireCodeGrant() {
            if (!client.mayUse("authorization_code")) {
                throw refuse(OAuthError.UNAUTHORIZED_CLIENT, "this client did not register for authorization_code");
            }
        }

        private void requireNoRequestObject() {
            if (!parameters.text("request").isEmpty()) {
                throw refuse(OAuthError.REQUEST_NOT_SUPPORTED, "send parameters, not a request object");
            }
            if (!parameters.text("request_uri").isEmpty()) {
                throw refuse(OAuthError.REQUEST_URI_NOT_SUPPORTED, "send parameters, not a request_uri");
            }
        }

        /**
         * Without a scope, the client's default; what we do not know is left out (RFC 6749 §3.3). More than it
         * registered for may be asked for: the person decides.
         */
        private Set<Scope> scopes() {
            var requested = parameters.text("scope");
            var known = requested.isEmpty() ? client.defaultScopes() : Scope.known(requested);
            if (known.stream().noneMatch(Scope::ofResource)) {
                throw refuse(
                        OAuthError.INVALID_SCOPE,
                        "scope must contain one of " + String.join(" ", Scope.resourceNames()));
            }
            return known;
        }

        /** RFC 8707 §2: whichever form of the endpoint's URL a client typed, tokens get the one audience. */
        private String resource() {
            if (!parameters.all("resource").stream().allMatch(resources::known)) {
                throw refuse(OAuthError.INVALID_TARGET, "resource must be " + resources.audience());
            }
            return resources.audience();
        }

        private String codeChallenge() {
            var challenge = parameters.text("code_challenge");
            if (challenge.isEmpty()) {
                throw refuse(OAuthError.INVALID_REQUEST, "code_challenge is missing; PKCE is required");
            }
            // RFC 7636 §4.3 reads a missing method as plain, which we do not serve.
            if (!parameters.text("code_challenge_method").equals(Pkce.METHOD)) {
                throw refuse(OAuthError.INVALID_REQUEST, "code_challenge_method must be S256");
            }
            if (!CHALLENGE.matcher(challenge).matches()) {
                throw refuse(OAuthError.INVALID_REQUEST, "code_challenge is not a SHA-256 hash in base64url");
            }
            return challenge;
        }

        /** Repeated in the ID token as it came (OpenID Connect Core §3.1.2.1). */
        private Optional<String> nonce() {
            var nonce = parameters.text("nonce");
            if (nonce.length() > MAX_NONCE) {
                throw refuse(OAuthError.INVALID_REQUEST, "nonce is longer than " + MAX_NONCE + " characters");
            }
            return Optional.of(nonce).filter(value -> !value.isEmpty());
        }

        private RedirectedRefusal refuse(OAuthError error, String description) {
            return new RedirectedRefusal(target, client.id(), error, description);
        }

        private static String safe(String name) {
            return name.replaceAll("[^A-Za-z0-9_]", "")
                    .transform(text -> text.substring(0, Math.min(text.length(), 50)));
        }
    }
}
