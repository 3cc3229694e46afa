package dev.gatehouse.oauth.attempt;

import dev.gatehouse.audit.Fitted;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "oauth_authorization_attempt_step")
@NamedQuery(name = "AttemptedStep.count", query = "select count(s) from AttemptedStep s where s.attemptId = :attempt")
@NamedQuery(
        name = "AttemptedStep.of",
        query = "select s from AttemptedStep s where s.attemptId in :attempts order by s.id")
class AttemptedStep {
    private static final int MAX_DETAIL = 1_000;

    @Id
    String id;

    @Column(name = "attempt_id")
    String attemptId;

    @Column(name = "occurred_at")
    Instant occurredAt;

    String name;
    boolean refused;
    String detail;
    String reference;

    protected AttemptedStep() {}

    AttemptedStep(String id, String attemptId, Instant occurredAt, TracedStep step, String reference) {
        this.id = id;
        this.attemptId = attemptId;
        this.occurredAt = occurredAt;
        this.name = step.step().wireName();
        this.refused = step.refused();
        this.detail = Fitted.to(MAX_DETAIL, step.detail());
        this.reference = reference;
    }

    AttemptTrace.Step traced() {
        return new AttemptTrace.Step(occurredAt, name, refused ? "refused" : "reached", detail, reference);
    }
}
