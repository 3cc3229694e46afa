package dev.gatehouse.oauth.error;

/** The error response of RFC 6749 §5.2. */
public record OAuthErrorBody(String error, String errorDescription) {}
