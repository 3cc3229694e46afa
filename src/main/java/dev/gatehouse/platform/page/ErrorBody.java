package dev.gatehouse.platform.page;

/** The error envelope of everything that is neither OAuth, JSON-RPC nor a page. */
public record ErrorBody(String error, String detail) {}
