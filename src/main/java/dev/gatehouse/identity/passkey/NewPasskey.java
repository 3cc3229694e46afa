package dev.gatehouse.identity.passkey;

import java.time.Instant;

/** A passkey that an authenticator has just made and proven, over a challenge of that time. */
public record NewPasskey(
        String credentialId, String publicKey, boolean backupEligible, long signCount, Instant challenge) {}
