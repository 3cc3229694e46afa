package dev.gatehouse.identity.passkey;

import java.time.Instant;

/** A passkey of a person. The public key is attested credential data (Web Authentication §6.5.1) in base64url. */
public record StoredPasskey(
        String id,
        String userId,
        String name,
        String credentialId,
        String publicKey,
        boolean backupEligible,
        long signCount,
        Instant createdAt) {}
