package dev.gatehouse.audit;

/** What is to be recorded: who, did what, to what, how it ended, and a detail without secrets. */
public record AuditEvent(AuditAction action, AuditOutcome outcome, AuditSubject subject, String target, String detail) {

    /** Something that was done. */
    public static AuditEvent done(AuditAction action, AuditSubject subject, String target) {
        return new AuditEvent(action, AuditOutcome.SUCCESS, subject, target, "");
    }

    /** Something that was refused, and why. */
    public static AuditEvent refused(AuditAction action, AuditSubject subject, String target, String why) {
        return new AuditEvent(action, AuditOutcome.REFUSED, subject, target, why);
    }

    /** Something that was allowed and went wrong, and why. */
    public static AuditEvent failed(AuditAction action, AuditSubject subject, String target, String why) {
        return new AuditEvent(action, AuditOutcome.FAILED, subject, target, why);
    }
}
