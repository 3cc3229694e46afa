package dev.gatehouse.access;

import dev.gatehouse.audit.AuditSubject;
import java.util.Optional;

/** What came of a presented credential. */
sealed interface Recognition {
    /** It is somebody's who may come in. */
    record Recognized(McpActor actor) implements Recognition {}

    /** It is not; the detail may be shown to the caller, and a proof can be made again with the nonce. */
    record Refused(AccessRefusal.Kind kind, AuditSubject subject, String detail, Optional<String> nonce)
            implements Recognition {
        Refused(AccessRefusal.Kind kind, AuditSubject subject, String detail) {
            this(kind, subject, detail, Optional.empty());
        }
    }

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
