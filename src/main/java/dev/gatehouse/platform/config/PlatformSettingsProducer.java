package dev.gatehouse.platform.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

@ApplicationScoped
class PlatformSettingsProducer {
    @Inject
    ConfigReader config;

    @Produces
    @Singleton
    DeploymentSettings deployment() {
        return config.read(DeploymentSettings.class);
    }
}
