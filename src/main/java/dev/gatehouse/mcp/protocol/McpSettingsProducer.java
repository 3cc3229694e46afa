package dev.gatehouse.mcp.protocol;

import dev.gatehouse.platform.config.ConfigReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

@ApplicationScoped
class McpSettingsProducer {
    @Inject
    ConfigReader config;

    @Produces
    @Singleton
    McpSettings mcp() {
        return config.read(McpSettings.class);
    }
}
