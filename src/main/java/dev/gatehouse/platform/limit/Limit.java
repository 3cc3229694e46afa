package dev.gatehouse.platform.limit;

import java.time.Duration;

/**
 * How often something may be done by one subject: at most that many times in each window, which the first one opens.
 */
public record Limit(String name, int most, Duration window) {}
