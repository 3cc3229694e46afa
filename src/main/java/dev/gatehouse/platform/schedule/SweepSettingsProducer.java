package dev.gatehouse.platform.schedule;

import dev.gatehouse.platform.config.ConfigReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

@ApplicationScoped
class SweepSettingsProducer {
    @Inject
    ConfigReader config;

    @Produces
    @Singleton
    SweepSettings sweep() {
        return config.read(SweepSettings.class);
    }
}
