package dev.gatehouse.oauth.authorize;

import dev.gatehouse.oauth.client.Client;
import dev.gatehouse.oauth.code.Pkce;
import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.oauth.settings.ProtectedResources;
import dev.gatehouse.oauth.settings.Scope;
import dev.gatehouse.platform.http.MalformedParametersException;
import dev.gatehouse.platform.http.Parameters;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What remains to be checked once the answer has an address: each refusal is told there (RFC 6749 §4.1.2.1). */
record RequestCheck(
        Parameters parameters, Client client, RedirectTarget target, ProtectedResources resources, Instant now) {
    private static final int MAX_STATE = 2_000;
    private static final int MAX_NONCE = 500;
    private static final int MAX_NAME = 50;
    private static final Pattern SHA_256 = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final List<String> REPEATABLE = List.of("resource");

    AuthorizationRequest<FlowEnd.Redirect> passed() {
        requireNothingTwice();
        requireResponseType();
        requireCodeGrant();
        requireNoRequestObject();
        var scopes = scopes();
        var resource = resource();
        var end = new FlowEnd.Redirect(
                target, parameters.text("redirect_uri"), codeChallenge(), nonce(), keyThumbprint());
        return new AuthorizationRequest<>(client, end, scopes, resource, interaction());
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
            throw refuse(
                    OAuthError.REQUEST_URI_NOT_SUPPORTED,
                    "request_uri must come from the pushed_authorization_request_endpoint");
        }
    }

    /**
     * Without a scope, the client's default; what we do not know is left out (RFC 6749 §3.3). More than it registered
     * for may be asked for: the person decides.
     */
    private Set<Scope> scopes() {
        var requested = parameters.text("scope");
        var known = requested.isEmpty() ? client.defaultScopes() : Scope.known(requested);
        if (!Scope.open(known)) {
            throw refuse(
                    OAuthError.INVALID_SCOPE,
                    "scope must contain one of " + String.join(" ", Scope.resourceNames()) + " openid");
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
        if (!SHA_256.matcher(challenge).matches()) {
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

    /** RFC 9449 §10: the key to which the client binds the code before there is one. */
    private Optional<String> keyThumbprint() {
        var thumbprint = parameters.single("dpop_jkt");
        if (thumbprint.filter(value -> !SHA_256.matcher(value).matches()).isPresent()) {
            throw refuse(OAuthError.INVALID_REQUEST, "dpop_jkt is not a SHA-256 thumbprint in base64url");
        }
        return thumbprint;
    }

    private Interaction interaction() {
        try {
            return Interaction.read(parameters, now);
        } catch (MalformedParametersException e) {
            throw refuse(OAuthError.INVALID_REQUEST, e.getMessage());
        }
    }

    private RedirectedRefusal refuse(OAuthError error, String description) {
        return new RedirectedRefusal(target, client.id(), error, description);
    }

    private static String safe(String name) {
        return name.replaceAll("[^A-Za-z0-9_]", "")
                .transform(text -> text.substring(0, Math.min(text.length(), MAX_NAME)));
    }
}
