package dev.gatehouse.identity.login;

import dev.gatehouse.platform.config.Default;
import dev.gatehouse.platform.config.Settings;
import java.time.Duration;

/** How long a browser stays signed in. */
@Settings("gatehouse.login")
public record LoginSettings(@Default("PT12H") Duration sessionLifetime) {}
