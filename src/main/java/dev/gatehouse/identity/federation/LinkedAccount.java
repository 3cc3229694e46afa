package dev.gatehouse.identity.federation;

/**
 * An account at a provider that opens an account here: its id here, what people call the provider, and whether that is
 * still configured.
 */
public record LinkedAccount(String id, String provider, boolean usable) {}
