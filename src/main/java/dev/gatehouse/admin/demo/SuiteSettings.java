package dev.gatehouse.admin.demo;

import dev.gatehouse.platform.config.Default;
import dev.gatehouse.platform.config.Settings;

/** Whether this deployment is one for other people's test suites, with what they need and nobody else should have. */
@Settings("gatehouse.suite")
public record SuiteSettings(@Default("false") boolean enabled) {}
