package dev.gatehouse.oauth.token;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

@Entity
@Table(name = "oauth_refresh_token")
@NamedQuery(
        name = "RefreshToken.rotate",
        query = "update RefreshToken t set t.rotatedAt = :now where t.hash = :hash and t.rotatedAt is null")
@NamedQuery(
        name = "RefreshToken.withFamily",
        query = "select t, f from RefreshToken t, TokenFamily f where t.hash = :hash and f.id = t.familyId")
class RefreshToken {
    @Id
    String hash;

    @Column(name = "grant_id")
    String familyId;

    String salt;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "rotated_at")
    Instant rotatedAt;

    protected RefreshToken() {}

    RefreshToken(String hash, String familyId, String salt, Instant createdAt, Instant expiresAt) {
        this.hash = hash;
        this.familyId = familyId;
        this.salt = salt;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    /** Only of one that was never used: a used one that comes back tells of a thief, however old it is. */
    boolean expiredUnused(Instant now) {
        return rotatedAt == null && !expiresAt.isAfter(now);
    }

    boolean rotatedWithin(Duration grace, Instant now) {
        return rotatedAt != null && rotatedAt.plus(grace).isAfter(now);
    }
}
