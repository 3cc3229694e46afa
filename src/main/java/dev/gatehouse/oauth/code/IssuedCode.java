package dev.gatehouse.oauth.code;

import java.util.Optional;

/** What an authorization code is bound to. {@code redirectUri} is as the request named it; empty when it named none. */
public record IssuedCode(
        String hash,
        String familyId,
        String clientId,
        String redirectUri,
        String codeChallenge,
        String resource,
        Optional<String> nonce) {}
