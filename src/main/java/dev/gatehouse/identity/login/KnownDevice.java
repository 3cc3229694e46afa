package dev.gatehouse.identity.login;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "identity_known_device")
@NamedQuery(name = "KnownDevice.renew", query = "update KnownDevice d set d.expiresAt = :until where d.hash = :hash")
@NamedQuery(name = "KnownDevice.forget", query = "delete from KnownDevice d where d.userId = :user and d.hash <> :kept")
class KnownDevice {
    @Id
    String hash;

    @Column(name = "user_id")
    String userId;

    @Column(name = "expires_at")
    Instant expiresAt;

    protected KnownDevice() {}

    KnownDevice(String hash, String userId, Instant expiresAt) {
        this.hash = hash;
        this.userId = userId;
        this.expiresAt = expiresAt;
    }
}
