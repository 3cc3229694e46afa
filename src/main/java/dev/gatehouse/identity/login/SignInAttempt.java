package dev.gatehouse.identity.login;

import java.util.Optional;

/**
 * One try at a step: the account as it was typed, existing or not, where the try comes from, and the browser if it is
 * known for that account.
 */
public record SignInAttempt(SignInStep step, String account, String network, Optional<String> device) {}
