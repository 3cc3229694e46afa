package dev.gatehouse.oauth.token;

import java.time.Instant;

/** A refresh token that can be used now. */
record CurrentRefreshToken(String familyId, Instant createdAt, Instant expiresAt) {}
