package dev.gatehouse.audit;

import java.time.Instant;

/** A record as it may be read: times in UTC, members that were not known are null. */
public record AuditEntry(
        String id,
        Instant occurredAt,
        String action,
        String outcome,
        String userId,
        String userLabel,
        String apiKeyId,
        String clientId,
        String credentialKind,
        String target,
        String detail,
        String requestId) {}
