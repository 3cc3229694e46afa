package dev.gatehouse.oauth.client;

import dev.gatehouse.platform.config.Settings;
import java.util.List;

/** The client ids of the clients that the configuration describes. */
@Settings("gatehouse")
record ConfiguredClientNames(List<String> clients) {}
