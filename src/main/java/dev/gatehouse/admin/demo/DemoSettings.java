package dev.gatehouse.admin.demo;

import dev.gatehouse.platform.config.Default;
import dev.gatehouse.platform.config.Settings;

/** Whether the published demo data is put into an empty database. */
@Settings("gatehouse.demo")
public record DemoSettings(@Default("false") boolean enabled) {}
