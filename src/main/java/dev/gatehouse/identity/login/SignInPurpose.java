package dev.gatehouse.identity.login;

import java.util.Optional;

/** Why somebody signs in: the application they came from, and the CSP source at which they may end up. */
public record SignInPurpose(String application, Optional<String> formAction) {}
