package dev.gatehouse.platform.limit;

import dev.gatehouse.platform.config.ConfigReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

@ApplicationScoped
class LimitSettingsProducer {
    @Inject
    ConfigReader config;

    @Produces
    @Singleton
    LimitSettings limits() {
        return config.read(LimitSettings.class);
    }
}
