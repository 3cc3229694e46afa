package dev.gatehouse.oauth.code;

import java.util.Optional;

/**
 * What an authorization code is bound to. {@code redirectUri} is as the request named it; empty when it named none.
 * {@code keyThumbprint} is of the key that must be proven to redeem it, if the request named one (RFC 9449 §10).
 */
public record IssuedCode(
        String hash,
        String familyId,
        String clientId,
        String redirectUri,
        String codeChallenge,
        String resource,
        Optional<String> nonce,
        Optional<String> keyThumbprint) {}
