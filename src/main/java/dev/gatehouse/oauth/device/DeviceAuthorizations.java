package dev.gatehouse.oauth.device;

import dev.gatehouse.oauth.attempt.AttemptStep;
import dev.gatehouse.oauth.attempt.CurrentAttempt;
import dev.gatehouse.oauth.authorize.DeviceAnswers;
import dev.gatehouse.oauth.authorize.DeviceFlows;
import dev.gatehouse.oauth.settings.ProtectedResources;
import dev.gatehouse.platform.crypto.Secret;
import dev.gatehouse.platform.persistence.Expired;
import dev.gatehouse.platform.schedule.Swept;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The devices that wait for a person, known by the hashes of their two codes. */
@ApplicationScoped
class DeviceAuthorizations implements DeviceAnswers, Swept {
    static final String PAGE = "/oauth/device";
    private static final String PREFIX = "ghd_";
    /** How long a device that asks too late is still told that it is late. */
    private static final Duration MEMORY = Duration.ofDays(1);

    @PersistenceContext
    EntityManager entities;

    @Inject
    DeviceFlows flows;

    @Inject
    CurrentAttempt attempt;

    @Inject
    ProtectedResources resources;

    @Inject
    DeviceSettings settings;

    @Inject
    Clock clock;

    @Transactional
    DeviceCodes begin(DeviceRequest request) {
        var deviceCode = Secret.random(PREFIX);
        var userCode = unused();
        attempt.reached(AttemptStep.DEVICE, "");
        var device = new DeviceAuthorization(deviceCode.hash(), userCode.hash(), request, attempt.id());
        device.waitFrom(clock.instant(), settings);
        entities.persist(device);
        var page = resources.issuer() + PAGE;
        return new DeviceCodes(
                deviceCode.reveal(),
                userCode.shown(),
                page,
                page + "?user_code=" + userCode.shown(),
                settings.lifetime().toSeconds(),
                settings.interval().toSeconds());
    }

    private UserCode unused() {
        var code = UserCode.random();
        return find(code).isPresent() ? unused() : code;
    }

    /**
     * Gives the device to the browser that enters its code first, by one statement whose row count decides, so that
     * nobody else can answer for it (RFC 8628 §5.4).
     */
    @Transactional
    Claim claim(UserCode code, HttpHeaders headers) {
        return find(code).map(device -> claim(device, headers)).orElseGet(() -> new Claim.Unknown("no such user code"));
    }

    private Claim claim(DeviceAuthorization device, HttpHeaders headers) {
        Optional.ofNullable(device.attemptId).ifPresent(id -> attempt.continues(AttemptStep.USER_CODE, id));
        if (device.expired(clock.instant())) {
            return new Claim.Unknown("the user code has expired");
        }
        if (device.flowId != null) {
            return flows.resume(device.flowId, headers)
                    .<Claim>map(Claim.Resumed::new)
                    .orElseGet(
                            () -> new Claim.Unknown("another browser has entered the user code, or it was answered"));
        }
        return flows.begin(device.clientId, device.scopes(), device.resource)
                .map(begun -> claim(device, begun))
                .orElseGet(() -> new Claim.Unknown("the client of the device is none any more"));
    }

    private Claim claim(DeviceAuthorization device, DeviceFlows.Begun begun) {
        int won = entities.createNamedQuery("DeviceAuthorization.claim")
                .setParameter("flow", begun.flowId())
                .setParameter("hash", device.hash)
                .setParameter("now", clock.instant())
                .executeUpdate();
        return won == 1
                ? new Claim.Claimed(begun.path(), begun.cookie())
                : new Claim.Unknown("another browser was first to enter the user code");
    }

    private Optional<DeviceAuthorization> find(UserCode code) {
        return entities
                .createNamedQuery("DeviceAuthorization.ofUserCode", DeviceAuthorization.class)
                .setParameter("code", code.hash())
                .getResultList()
                .stream()
                .findFirst();
    }

    @Override
    @Transactional
    public boolean approve(String flowId, String familyId) {
        return entities.createNamedQuery("DeviceAuthorization.approve")
                        .setParameter("family", familyId)
                        .setParameter("flow", flowId)
                        .setParameter("now", clock.instant())
                        .executeUpdate()
                == 1;
    }

    @Override
    @Transactional
    public boolean deny(String flowId) {
        return entities.createNamedQuery("DeviceAuthorization.deny")
                        .setParameter("flow", flowId)
                        .setParameter("now", clock.instant())
                        .executeUpdate()
                == 1;
    }

    @Override
    public String name() {
        return "oauth_device_authorization";
    }

    @Override
    @Transactional
    public int sweep(Instant now, int limit) {
        return Expired.delete(entities, DeviceAuthorization.class, "hash", "expiresAt", now.minus(MEMORY), limit);
    }
}
