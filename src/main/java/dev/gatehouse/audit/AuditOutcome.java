package dev.gatehouse.audit;

/** How an audited action ended: it was done, it was refused to the caller, or it failed by itself. */
public enum AuditOutcome {
    SUCCESS,
    REFUSED,
    FAILED
}
