package dev.gatehouse.access;

import dev.gatehouse.oauth.dpop.DpopRequest;
import dev.gatehouse.platform.crypto.Secret;
import java.util.Optional;

/** What may be an access token, and the proof of possession beside it if it came in the scheme that demands one. */
record PresentedToken(Secret token, Optional<DpopRequest> proof) {}
