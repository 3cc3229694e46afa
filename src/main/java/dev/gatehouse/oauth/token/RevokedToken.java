package dev.gatehouse.oauth.token;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "oauth_revoked_token")
class RevokedToken {
    @Id
    String id;

    @Column(name = "expires_at")
    Instant expiresAt;

    protected RevokedToken() {}

    RevokedToken(String id, Instant expiresAt) {
        this.id = id;
        this.expiresAt = expiresAt;
    }
}
