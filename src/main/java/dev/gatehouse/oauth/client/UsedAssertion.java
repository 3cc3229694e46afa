package dev.gatehouse.oauth.client;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "oauth_used_assertion")
class UsedAssertion {
    @Id
    String hash;

    @Column(name = "expires_at")
    Instant expiresAt;

    protected UsedAssertion() {}

    UsedAssertion(String hash, Instant expiresAt) {
        this.hash = hash;
        this.expiresAt = expiresAt;
    }
}
