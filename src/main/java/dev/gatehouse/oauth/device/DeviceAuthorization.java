package dev.gatehouse.oauth.device;

import dev.gatehouse.oauth.settings.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

@Entity
@Table(name = "oauth_device_authorization")
@NamedQuery(
        name = "DeviceAuthorization.ofUserCode",
        query = "select d from DeviceAuthorization d where d.userCodeHash = :code")
@NamedQuery(name = "DeviceAuthorization.claim", query = """
    update DeviceAuthorization d set d.flowId = :flow
    where d.hash = :hash and d.flowId is null and d.expiresAt > :now
    """)
@NamedQuery(name = "DeviceAuthorization.approve", query = """
    update DeviceAuthorization d set d.approvedAt = :now, d.familyId = :family
    where d.flowId = :flow and d.approvedAt is null and d.deniedAt is null and d.expiresAt > :now
    """)
@NamedQuery(name = "DeviceAuthorization.deny", query = """
    update DeviceAuthorization d set d.deniedAt = :now
    where d.flowId = :flow and d.approvedAt is null and d.deniedAt is null
    """)
@NamedQuery(name = "DeviceAuthorization.poll", query = """
    update DeviceAuthorization d set d.nextPollAt = :next where d.hash = :hash and d.nextPollAt <= :now
    """)
@NamedQuery(name = "DeviceAuthorization.slowDown", query = """
    update DeviceAuthorization d set d.pauseSeconds = d.pauseSeconds + :more, d.nextPollAt = :next where d.hash = :hash
    """)
@NamedQuery(name = "DeviceAuthorization.redeem", query = """
    update DeviceAuthorization d set d.redeemedAt = :now
    where d.hash = :hash and d.approvedAt is not null and d.redeemedAt is null and d.expiresAt > :now
    """)
class DeviceAuthorization {
    @Id
    String hash;

    @Column(name = "user_code_hash")
    String userCodeHash;

    @Column(name = "client_id")
    String clientId;

    String scope;
    String resource;

    @Column(name = "attempt_id")
    String attemptId;

    @Column(name = "poll_interval")
    int pauseSeconds;

    @Column(name = "next_poll_at")
    Instant nextPollAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "flow_id")
    String flowId;

    @Column(name = "grant_id")
    String familyId;

    @Column(name = "approved_at")
    Instant approvedAt;

    @Column(name = "denied_at")
    Instant deniedAt;

    @Column(name = "redeemed_at")
    Instant redeemedAt;

    protected DeviceAuthorization() {}

    DeviceAuthorization(String hash, String userCodeHash, DeviceRequest request, Optional<String> attemptId) {
        this.hash = hash;
        this.userCodeHash = userCodeHash;
        this.clientId = request.client().id();
        this.scope = Scope.join(request.scopes());
        this.resource = request.resource();
        this.attemptId = attemptId.orElse(null);
    }

    final void waitFrom(Instant now, DeviceSettings settings) {
        this.pauseSeconds = (int) settings.interval().toSeconds();
        this.nextPollAt = now;
        this.expiresAt = now.plus(settings.lifetime());
    }

    boolean expired(Instant now) {
        return !expiresAt.isAfter(now);
    }

    Duration pause() {
        return Duration.ofSeconds(pauseSeconds);
    }

    Set<Scope> scopes() {
        return Scope.known(scope);
    }
}
