package dev.gatehouse.identity.federation;

/** An account at a provider that opens an account here: its id here, and what people call the provider. */
public record LinkedAccount(String id, String provider) {}
