package dev.gatehouse.oauth.attempt;

import java.time.Instant;
import java.util.List;

/**
 * An authorization attempt as an administrator reads it. {@code outcome} is {@code completed}, {@code refused} or
 * {@code open}; {@code lastStep} says how far it came, {@code reason} why it went no further.
 */
public record AttemptTrace(
        String id,
        Instant startedAt,
        String clientId,
        String redirectUri,
        String scope,
        String user,
        String outcome,
        String lastStep,
        String reason,
        List<Step> steps) {

    /** One step; {@code reference} is the request id, as the person's page showed it. */
    public record Step(Instant occurredAt, String step, String outcome, String detail, String reference) {}

    static AttemptTrace of(AuthorizationAttempt attempt, List<AttemptedStep> steps) {
        var last = steps.getLast();
        return new AttemptTrace(
                attempt.id,
                attempt.startedAt,
                attempt.clientId,
                attempt.redirectUri,
                attempt.scope,
                attempt.userLabel,
                outcome(last),
                last.name,
                last.refused ? last.detail : null,
                steps.stream().map(AttemptedStep::traced).toList());
    }

    private static String outcome(AttemptedStep last) {
        if (last.refused) {
            return "refused";
        }
        return last.name.equals(AttemptStep.REDEEMED.wireName()) ? "completed" : "open";
    }
}
