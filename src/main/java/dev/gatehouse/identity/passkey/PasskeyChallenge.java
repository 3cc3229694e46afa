package dev.gatehouse.identity.passkey;

import java.time.Instant;

/** What an authenticator signs, in base64url, and when it was issued. */
record PasskeyChallenge(String value, Instant issuedAt) {}
