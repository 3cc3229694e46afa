package dev.gatehouse.access;

import dev.gatehouse.audit.AuditSubject;

/** What came of a presented credential. */
sealed interface Recognition {
    /** It is somebody's who may come in. */
    record Recognized(McpActor actor) implements Recognition {}

    /** It is not; the detail may be shown to the caller. */
    record Refused(AccessRefusal.Kind kind, AuditSubject subject, String detail) implements Recognition {}

    static Recognition invalid(String detail) {
        return new Refused(AccessRefusal.Kind.INVALID, AuditSubject.anonymous(), detail);
    }

    static Recognition invalid(AuditSubject subject, String detail) {
        return new Refused(AccessRefusal.Kind.INVALID, subject, detail);
    }

    static Recognition forbidden(AuditSubject subject, String detail) {
        return new Refused(AccessRefusal.Kind.FORBIDDEN, subject, detail);
    }
}
