package dev.gatehouse.access;

import dev.gatehouse.audit.AuditSubject;
import java.util.Optional;

/** A refused credential: what the caller is told and the HTTP status, and for the audit trail whose it seemed to be. */
class AccessRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    enum Kind {
        /** Nothing was presented. */
        MISSING(401, "unauthorized"),
        /** What was presented is not valid. */
        INVALID(401, "unauthorized"),
        /** The proof of possession is missing or proves nothing (RFC 9449 §7.1). */
        INVALID_PROOF(401, "unauthorized"),
        /** The proof must be made again with our nonce (RFC 9449 §9). */
        NONCE_NEEDED(401, "unauthorized"),
        /** Two credentials at once. */
        AMBIGUOUS(400, "invalid_request"),
        /** The caller is known and may not. */
        FORBIDDEN(403, "forbidden");

        private final int status;
        private final String error;

        Kind(int status, String error) {
            this.status = status;
            this.error = error;
        }

        int status() {
            return status;
        }

        String error() {
            return error;
        }
    }

    private final Kind kind;
    private final transient AuditSubject subject;
    private final transient Optional<String> nonce;

    AccessRefusal(Recognition.Refused refused) {
        super(refused.detail());
        this.kind = refused.kind();
        this.subject = refused.subject();
        this.nonce = refused.nonce();
    }

    Kind kind() {
        return kind;
    }

    AuditSubject subject() {
        return subject;
    }

    Optional<String> nonce() {
        return nonce;
    }
}
