package dev.gatehouse.oauth.authorize;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

@Entity
@Table(name = "oauth_pushed_request")
@NamedQuery(name = "PushedRequest.take", query = """
    update PushedRequest p set p.takenAt = :now
    where p.hash = :hash and p.clientId = :client and p.takenAt is null and p.expiresAt > :now
    """)
class PushedRequest {
    @Id
    String hash;

    @Column(name = "client_id")
    String clientId;

    String parameters;

    @Column(name = "attempt_id")
    String attemptId;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "taken_at")
    Instant takenAt;

    protected PushedRequest() {}

    PushedRequest(String hash, String clientId, String parameters, Optional<String> attemptId, Instant expiresAt) {
        this.hash = hash;
        this.clientId = clientId;
        this.parameters = parameters;
        this.attemptId = attemptId.orElse(null);
        this.expiresAt = expiresAt;
    }
}
