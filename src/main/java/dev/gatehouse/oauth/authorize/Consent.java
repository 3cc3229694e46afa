package dev.gatehouse.oauth.authorize;

import dev.gatehouse.oauth.settings.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "oauth_consent")
class Consent {
    @Id
    String id;

    @Column(name = "user_id")
    String userId;

    @Column(name = "client_id")
    String clientId;

    @Column(name = "organization_id")
    String organizationId;

    @Column(name = "grant_id")
    String familyId;

    String scope;

    @Column(name = "given_at")
    Instant givenAt;

    protected Consent() {}

    Consent(Answer.Approved answer, PendingFlow flow, Instant givenAt) {
        this.id = UUID.randomUUID().toString();
        this.userId = answer.person().id();
        this.clientId = flow.clientId();
        this.organizationId = answer.organization().id();
        this.familyId = answer.familyId();
        this.scope = Scope.join(flow.scopes());
        this.givenAt = givenAt;
    }
}
