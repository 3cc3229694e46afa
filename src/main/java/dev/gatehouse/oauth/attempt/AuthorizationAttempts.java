package dev.gatehouse.oauth.attempt;

import dev.gatehouse.platform.crypto.Randomness;
import dev.gatehouse.platform.http.RequestInfo;
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
import java.util.stream.Collectors;

/** The traces of authorization attempts. Rows are only added, so that nobody who goes on waits for anybody's trace. */
@ApplicationScoped
public class AuthorizationAttempts implements Swept {
    /** Whoever reloads a page for ever is traced no further. */
    private static final int MAX_STEPS = 100;

    @PersistenceContext
    EntityManager entities;

    @Inject
    AttemptSettings settings;

    @Inject
    RequestInfo request;

    @Inject
    Clock clock;

    /** The latest attempts, newest first: of that client, and with that reference, where these are not empty. */
    @Transactional
    public List<AttemptTrace> latest(String reference, String clientId, String before, int limit) {
        var attempts = entities.createNamedQuery("AuthorizationAttempt.latest", AuthorizationAttempt.class)
                .setParameter("cursor", before)
                .setParameter("client", clientId)
                .setParameter("reference", reference)
                .setMaxResults(limit)
                .getResultList();
        var steps = steps(attempts.stream().map(attempt -> attempt.id).toList()).stream()
                .collect(Collectors.groupingBy(step -> step.attemptId));
        return attempts.stream()
                .map(attempt -> AttemptTrace.of(attempt, steps.get(attempt.id)))
                .toList();
    }

    /** One attempt. */
    @Transactional
    public Optional<AttemptTrace> byId(String id) {
        return Optional.ofNullable(entities.find(AuthorizationAttempt.class, id))
                .map(attempt -> AttemptTrace.of(attempt, steps(List.of(id))));
    }

    /** Does several of these in one transaction. */
    @Transactional
    void together(Runnable steps) {
        steps.run();
    }

    @Transactional
    String begin(AttemptedRequest attempted) {
        var now = clock.instant();
        var attempt = new AuthorizationAttempt(Randomness.timeOrderedId(now), attempted, now);
        entities.persist(attempt);
        // At once: references are plain ids, so the provider cannot know what must be inserted first.
        entities.flush();
        return attempt.id;
    }

    @Transactional
    Optional<String> ofFlow(String flowId) {
        return found("AuthorizationAttempt.ofFlow", flowId);
    }

    @Transactional
    Optional<String> ofGrant(String familyId) {
        return found("AuthorizationAttempt.ofGrant", familyId);
    }

    @Transactional
    void add(String attemptId, TracedStep step) {
        long before = entities.createNamedQuery("AttemptedStep.count", Long.class)
                .setParameter("attempt", attemptId)
                .getSingleResult();
        if (before < MAX_STEPS) {
            var now = clock.instant();
            entities.persist(new AttemptedStep(Randomness.timeOrderedId(now), attemptId, now, step, request.id()));
        }
    }

    @Transactional
    void bindFlow(String attemptId, String flowId) {
        entities.createNamedQuery("AuthorizationAttempt.bindFlow")
                .setParameter("key", flowId)
                .setParameter("id", attemptId)
                .executeUpdate();
    }

    @Transactional
    void bindGrant(String attemptId, String familyId, String userLabel) {
        entities.createNamedQuery("AuthorizationAttempt.bindGrant")
                .setParameter("key", familyId)
                .setParameter("user", userLabel)
                .setParameter("id", attemptId)
                .executeUpdate();
    }

    private Optional<String> found(String query, String key) {
        return entities
                .createNamedQuery(query, String.class)
                .setParameter("key", key)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    private List<AttemptedStep> steps(List<String> attempts) {
        return attempts.isEmpty()
                ? List.of()
                : entities.createNamedQuery("AttemptedStep.of", AttemptedStep.class)
                        .setParameter("attempts", attempts)
                        .getResultList();
    }

    @Override
    public String name() {
        return "oauth_authorization_attempt";
    }

    @Override
    @Transactional
    public int sweep(Instant now, int limit) {
        return Expired.delete(
                entities, AuthorizationAttempt.class, "id", "startedAt", now.minus(settings.retention()), limit);
    }
}
