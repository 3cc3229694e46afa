package dev.gatehouse.access;

import dev.gatehouse.oauth.dpop.DpopCheck;
import dev.gatehouse.platform.crypto.Secret;
import java.util.Optional;

/** What may be an access token, and what the proof beside it proves if it came in the scheme that demands one. */
record PresentedToken(Secret token, Optional<DpopCheck> proof) {}
