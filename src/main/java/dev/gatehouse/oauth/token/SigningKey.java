package dev.gatehouse.oauth.token;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "oauth_signing_key")
@NamedQuery(name = "SigningKey.all", query = "select k from SigningKey k order by k.createdAt desc, k.id")
class SigningKey {
    @Id
    String id;

    @Column(name = "sealed_jwk")
    String sealedJwk;

    @Column(name = "created_at")
    Instant createdAt;

    protected SigningKey() {}

    SigningKey(String id, String sealedJwk, Instant createdAt) {
        this.id = id;
        this.sealedJwk = sealedJwk;
        this.createdAt = createdAt;
    }
}
