package dev.gatehouse.platform.page;

/**
 * Fired when a person is shown an error page instead of what they asked for, and why, so that others can keep a record
 * of it.
 */
public record PageRefused(String path, String reason) {}
