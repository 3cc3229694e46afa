package dev.gatehouse.oauth.token;

import dev.gatehouse.platform.crypto.Secret;
import java.time.Duration;

/** A signed access token, to be handed out once, and how long it will be good. */
record MintedToken(Secret token, Duration lifetime) {}
