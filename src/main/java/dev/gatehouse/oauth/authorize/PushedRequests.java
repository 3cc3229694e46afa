package dev.gatehouse.oauth.authorize;

import dev.gatehouse.oauth.attempt.AttemptStep;
import dev.gatehouse.oauth.attempt.CurrentAttempt;
import dev.gatehouse.oauth.client.Client;
import dev.gatehouse.platform.crypto.Secret;
import dev.gatehouse.platform.http.Parameters;
import dev.gatehouse.platform.persistence.Expired;
import dev.gatehouse.platform.schedule.Swept;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The authorization requests that clients pushed and no browser has brought yet (RFC 9126); each is used once. */
@ApplicationScoped
class PushedRequests implements Swept {
    private static final String URN = "urn:ietf:params:oauth:request_uri:";
    private static final int MAX_LENGTH = 32_000;

    /** What is read again when the browser comes. Credentials and whatever nobody reads are not kept. */
    private static final List<String> KEPT = List.of(
            "response_type",
            "response_mode",
            "redirect_uri",
            "scope",
            "state",
            "resource",
            "code_challenge",
            "code_challenge_method",
            "prompt",
            "max_age",
            "login_hint",
            "acr_values",
            "nonce",
            "dpop_jkt");

    @PersistenceContext
    EntityManager entities;

    @Inject
    PushedRequestSettings settings;

    @Inject
    CurrentAttempt attempt;

    @Inject
    Clock clock;

    /** Whether a request, as far as it is kept, is longer than any that is meant seriously. */
    static boolean tooLong(Parameters parameters) {
        return kept(parameters).length() > MAX_LENGTH;
    }

    private static String kept(Parameters parameters) {
        return parameters.only(KEPT).encoded();
    }

    /** Whether a {@code request_uri} claims to be one of ours. */
    static boolean named(String requestUri) {
        return requestUri.startsWith(URN);
    }

    /** Keeps a checked request; gives the reference by which its client's browser brings it. */
    @Transactional
    PushedReference push(Client client, Parameters parameters) {
        var secret = Secret.random();
        attempt.reached(AttemptStep.PUSHED, "");
        entities.persist(new PushedRequest(
                secret.hash(),
                client.id(),
                kept(parameters),
                attempt.id(),
                clock.instant().plus(settings.lifetime())));
        return new PushedReference(URN + secret.reveal(), settings.lifetime().toSeconds());
    }

    /**
     * Uses a pushed request up, by one statement whose row count decides, so that no second request comes of it,
     * whatever came of the first.
     */
    @Transactional
    Taking take(String requestUri, String clientId) {
        var hash = new Secret(requestUri.substring(URN.length())).hash();
        int won = entities.createNamedQuery("PushedRequest.take")
                .setParameter("hash", hash)
                .setParameter("client", clientId)
                .setParameter("now", clock.instant())
                .executeUpdate();
        var stored = Optional.ofNullable(entities.find(PushedRequest.class, hash));
        stored.filter(request -> request.clientId.equals(clientId))
                .map(request -> request.attemptId)
                .ifPresent(id -> attempt.continues(AttemptStep.REQUESTED, id));
        return won == 1
                ? new Taking.Taken(Parameters.ofQuery(stored.orElseThrow().parameters))
                : new Taking.Worthless(
                        stored.map(request -> reason(request, clientId)).orElse("unknown"));
    }

    private static String reason(PushedRequest stored, String clientId) {
        if (!stored.clientId.equals(clientId)) {
            return "pushed by another client";
        }
        return stored.takenAt == null ? "expired" : "used before";
    }

    @Override
    public String name() {
        return "oauth_pushed_request";
    }

    @Override
    @Transactional
    public int sweep(Instant now, int limit) {
        return Expired.delete(entities, PushedRequest.class, "hash", "expiresAt", now, limit);
    }
}
