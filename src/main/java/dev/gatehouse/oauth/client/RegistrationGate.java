package dev.gatehouse.oauth.client;

import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.oauth.error.OAuthException;
import dev.gatehouse.platform.crypto.Digests;
import dev.gatehouse.platform.http.RequestInfo;
import dev.gatehouse.platform.limit.LimitSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.util.Optional;

/**
 * Who may register, and how often: policy, initial access token (RFC 7591 §3), and what one network may leave unused.
 */
@ApplicationScoped
class RegistrationGate {
    private static final String SCHEME = "bearer ";

    @Inject
    RegistrationSettings settings;

    @Inject
    LimitSettings limits;

    @Inject
    Clients clients;

    @Inject
    RequestInfo request;

    @Inject
    Clock clock;

    /** Lets a registration pass, or refuses it. */
    void require(HttpHeaders headers) {
        switch (settings.policy()) {
            case OPEN -> {}
            case INITIAL_TOKEN -> requireInitialToken(headers);
            case OFF ->
                throw OAuthException.of(
                        OAuthError.ACCESS_DENIED,
                        "clients cannot register themselves here; use a client_id from the administrator");
        }
        requireUnusedBelowLimit();
    }

    /** The bearer token of a request, if it has one. */
    static Optional<String> bearer(HttpHeaders headers) {
        return Optional.ofNullable(headers.getHeaderString(HttpHeaders.AUTHORIZATION))
                .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(value -> value.substring(SCHEME.length()).strip());
    }

    private void requireInitialToken(HttpHeaders headers) {
        var presented = bearer(headers).orElse("");
        // Every token is compared, so that the time tells nothing of which was near.
        long matches = settings.initialAccessTokens().stream()
                .filter(token -> Digests.equal(token, presented))
                .count();
        if (matches == 0) {
            throw OAuthException.of(
                            OAuthError.INVALID_TOKEN,
                            "registration needs an initial access token from the administrator, as Bearer token")
                    .challenging("Bearer error=\"invalid_token\"");
        }
    }

    /** Only what is never used counts, so that many people behind one address do not get into each other's way. */
    private void requireUnusedBelowLimit() {
        var since = clock.instant().minus(settings.unusedWindow());
        if (limits.enabled() && clients.unusedFrom(request.network(), since) >= settings.unusedPerAddress()) {
            throw OAuthException.of(
                            OAuthError.TEMPORARILY_UNAVAILABLE,
                            "too many clients were registered from this network and never used; try again later")
                    .retryAfter(settings.unusedWindow());
        }
    }
}
