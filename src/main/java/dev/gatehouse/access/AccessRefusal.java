package dev.gatehouse.access;

import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.oauth.settings.Scope;
import java.util.Optional;
import java.util.Set;

/** A refused credential: what the caller is told and the HTTP status, and for the audit trail whose it seemed to be. */
public class AccessRefusal extends RuntimeException {
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
        /** The caller is known and may, but not with this token (RFC 6750 §3.1). */
        INSUFFICIENT_SCOPE(403, "insufficient_scope"),
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
    private final transient Set<Scope> scopes;

    AccessRefusal(Recognition.Refused refused) {
        super(refused.detail());
        this.kind = refused.kind();
        this.subject = refused.subject();
        this.nonce = refused.nonce();
        this.scopes = Set.of();
    }

    private AccessRefusal(McpActor actor, Set<Scope> scopes) {
        super("This needs an access token with the scope " + Scope.join(scopes) + ". Connect again and allow it.");
        this.kind = Kind.INSUFFICIENT_SCOPE;
        this.subject = actor.subject();
        this.nonce = Optional.empty();
        this.scopes = scopes;
    }

    /** The refusal of a call for which the actor's token is too narrow: 403 with the scopes to ask for. */
    public static AccessRefusal tooNarrow(McpActor actor, Requirement.ScopeMissing missing) {
        return new AccessRefusal(actor, missing.scopes());
    }

    Kind kind() {
        return kind;
    }

    AuditSubject subject() {
        return subject;
    }

    Set<Scope> scopes() {
        return scopes;
    }

    Optional<String> nonce() {
        return nonce;
    }
}
