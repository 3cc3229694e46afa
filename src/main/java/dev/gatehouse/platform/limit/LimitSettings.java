package dev.gatehouse.platform.limit;

import dev.gatehouse.platform.config.Default;
import dev.gatehouse.platform.config.Settings;

/** Whether anything is limited at all. */
@Settings("gatehouse.limits")
public record LimitSettings(@Default("true") boolean enabled) {}
