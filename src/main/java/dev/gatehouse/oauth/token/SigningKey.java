package dev.gatehouse.oauth.token;

import dev.gatehouse.platform.crypto.SigningAlgorithm;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "oauth_signing_key")
@NamedQuery(name = "SigningKey.all", query = "select k from SigningKey k")
@NamedQuery(name = "SigningKey.delete", query = "delete from SigningKey k where k.id = :id")
@NamedQuery(name = "SigningKey.signNow", query = """
    update SigningKey k set k.signsFrom = :now where k.algorithm = :algorithm and k.signsFrom > :now
    """)
class SigningKey {
    @Id
    String id;

    @Enumerated(EnumType.STRING)
    SigningAlgorithm algorithm;

    @Column(name = "sealed_jwk")
    String sealedJwk;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "signs_from")
    Instant signsFrom;

    protected SigningKey() {}

    SigningKey(String id, SigningAlgorithm algorithm, String sealedJwk, Instant createdAt, Instant signsFrom) {
        this.id = id;
        this.algorithm = algorithm;
        this.sealedJwk = sealedJwk;
        this.createdAt = createdAt;
        this.signsFrom = signsFrom;
    }
}
