package dev.gatehouse.oauth.device;

import dev.gatehouse.oauth.attempt.AttemptStep;
import dev.gatehouse.oauth.attempt.CurrentAttempt;
import dev.gatehouse.oauth.client.Client;
import dev.gatehouse.oauth.error.OAuthAction;
import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.oauth.grant.TokenRequest;
import dev.gatehouse.oauth.token.Authorization;
import dev.gatehouse.oauth.token.IdTokens;
import dev.gatehouse.oauth.token.Issuance;
import dev.gatehouse.oauth.token.RefreshTokens;
import dev.gatehouse.oauth.token.TokenFamilies;
import dev.gatehouse.oauth.token.TokenIssuer;
import dev.gatehouse.platform.crypto.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/** Answers devices that ask for their tokens. */
@ApplicationScoped
class DevicePolls {
    /** By how many seconds a device that asks too often must ask less often from now on (RFC 8628 §3.5). */
    private static final int SLOWER = 5;

    @PersistenceContext
    EntityManager entities;

    @Inject
    TokenFamilies families;

    @Inject
    RefreshTokens refreshTokens;

    @Inject
    TokenIssuer tokens;

    @Inject
    IdTokens idTokens;

    @Inject
    CurrentAttempt attempt;

    @Inject
    Clock clock;

    @Transactional
    Poll poll(Secret deviceCode, TokenRequest request) {
        return Optional.ofNullable(entities.find(DeviceAuthorization.class, deviceCode.hash()))
                .filter(device -> device.clientId.equals(request.client().id()))
                .map(device -> poll(device, request))
                .orElseGet(() -> refused(OAuthError.INVALID_GRANT, "this device_code is not valid"));
    }

    private Poll poll(DeviceAuthorization device, TokenRequest request) {
        if (device.redeemedAt != null) {
            return refused(OAuthError.INVALID_GRANT, "this device_code has been used before");
        }
        if (device.deniedAt != null) {
            return refused(OAuthError.DECLINED, "the person declined");
        }
        if (device.expired(clock.instant())) {
            return refused(OAuthError.EXPIRED_TOKEN, "this device_code has expired; ask for another one");
        }
        return device.approvedAt == null ? waiting(device) : redeem(device, request);
    }

    private Poll waiting(DeviceAuthorization device) {
        int inTime = entities.createNamedQuery("DeviceAuthorization.poll")
                .setParameter("next", clock.instant().plus(device.pause()))
                .setParameter("hash", device.hash)
                .setParameter("now", clock.instant())
                .executeUpdate();
        if (inTime == 1) {
            return refused(OAuthError.AUTHORIZATION_PENDING, "the person has not answered yet");
        }
        entities.createNamedQuery("DeviceAuthorization.slowDown")
                .setParameter("more", SLOWER)
                .setParameter("next", clock.instant().plus(device.pause()).plusSeconds(SLOWER))
                .setParameter("hash", device.hash)
                .executeUpdate();
        return refused(OAuthError.SLOW_DOWN, "wait " + SLOWER + " seconds longer between requests");
    }

    private Poll redeem(DeviceAuthorization device, TokenRequest request) {
        attempt.continuesGrant(AttemptStep.REDEEMED, device.familyId);
        int won = entities.createNamedQuery("DeviceAuthorization.redeem")
                .setParameter("hash", device.hash)
                .setParameter("now", clock.instant())
                .executeUpdate();
        return won == 1
                ? families.standing(device.familyId)
                        .map(authorization -> families.bound(authorization, request.client(), request.keyThumbprint()))
                        .map(authorization -> issue(authorization, request.client()))
                        .orElseGet(() -> refused(OAuthError.INVALID_GRANT, "this authorization has ended"))
                : refused(OAuthError.INVALID_GRANT, "this device_code has been used before");
    }

    private Poll issue(Authorization authorization, Client client) {
        attempt.reached(AttemptStep.REDEEMED, "");
        var refresh = client.mayUse("refresh_token")
                ? Optional.of(refreshTokens.issue(authorization))
                : Optional.<Secret>empty();
        var issued = tokens.issue(
                Issuance.of(client, authorization, OAuthAction.TOKEN_ISSUED).with(refresh));
        return new Poll.Issued(idTokens.beside(issued, authorization, Optional.empty()));
    }

    private static Poll refused(OAuthError error, String description) {
        return new Poll.Refused(error, description);
    }
}
