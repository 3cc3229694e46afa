package dev.gatehouse.identity.federation;

import dev.gatehouse.platform.config.ConfigReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

@ApplicationScoped
class ProvidersSettingsProducer {
    @Inject
    ConfigReader config;

    @Produces
    @Singleton
    ProvidersSettings providers() {
        return config.read(ProvidersSettings.class);
    }
}
