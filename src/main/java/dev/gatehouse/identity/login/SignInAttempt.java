package dev.gatehouse.identity.login;

import java.util.Optional;

/**
 * One try at a password: the account as it was typed, existing or not, where it comes from, and the browser if it is
 * known for that account.
 */
record SignInAttempt(String account, String network, Optional<String> device) {}
