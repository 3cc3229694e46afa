package dev.gatehouse.platform.standing;

/**
 * Something changed by which a credential, or what it may do, is judged. To be fired within the transaction of the
 * change, by whoever changes it.
 */
public record StandingChanged() {}
