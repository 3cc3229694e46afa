package dev.gatehouse.identity.login;

import java.util.Optional;

/**
 * Why somebody signs in: the application they came from, the CSP source at which they may end up, and the e-mail
 * address that the application thinks is theirs.
 */
public record SignInPurpose(String application, Optional<String> formAction, Optional<String> loginHint) {}
