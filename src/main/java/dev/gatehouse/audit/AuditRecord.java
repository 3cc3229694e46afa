package dev.gatehouse.audit;

import dev.gatehouse.platform.crypto.Randomness;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;

@Entity
@Table(name = "audit_record")
@NamedQuery(
        name = "AuditRecord.latest",
        query = "select r from AuditRecord r where r.organizationId = :organization order by r.occurredAt desc, r.id"
                + " desc")
@NamedQuery(name = "AuditRecord.latestWithUnattributed", query = """
    select r from AuditRecord r
    where r.organizationId = :organization or r.organizationId is null
    order by r.occurredAt desc, r.id desc
    """)
class AuditRecord {
    @Id
    String id;

    @Column(name = "occurred_at")
    Instant occurredAt;

    String action;
    String outcome;

    @Column(name = "user_id")
    String userId;

    @Column(name = "user_label")
    String userLabel;

    @Column(name = "api_key_id")
    String apiKeyId;

    @Column(name = "organization_id")
    String organizationId;

    @Column(name = "client_id")
    String clientId;

    @Column(name = "credential_kind")
    String credentialKind;

    String target;
    String detail;

    @Column(name = "request_id")
    String requestId;

    @Column(name = "remote_address")
    String remoteAddress;

    @Column(name = "user_agent")
    String userAgent;

    protected AuditRecord() {}

    AuditRecord(AuditEvent event, Instant occurredAt) {
        var subject = event.subject();
        this.id = Randomness.timeOrderedId(occurredAt);
        this.occurredAt = occurredAt;
        this.action = event.action().wireName();
        this.outcome = event.outcome().name().toLowerCase(Locale.ROOT);
        this.userId = Fitted.to(36, subject.userId().orElse(null));
        this.userLabel = Fitted.to(320, subject.userLabel().orElse(null));
        this.apiKeyId = Fitted.to(36, subject.apiKeyId().orElse(null));
        this.organizationId = Fitted.to(36, subject.organizationId().orElse(null));
        this.clientId = Fitted.to(512, subject.clientId().orElse(null));
        this.credentialKind = subject.credentialKind();
        this.target = Fitted.to(255, event.target());
        this.detail = Fitted.to(2000, event.detail());
    }

    void during(String request, String address, String agent) {
        this.requestId = request;
        this.remoteAddress = Fitted.to(64, address);
        this.userAgent = Fitted.to(255, agent);
    }

    AuditEntry entry() {
        return new AuditEntry(
                id,
                occurredAt,
                action,
                outcome,
                userId,
                userLabel,
                apiKeyId,
                clientId,
                credentialKind,
                target,
                detail,
                requestId);
    }
}
