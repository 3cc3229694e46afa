package dev.gatehouse.oauth.attempt;

import dev.gatehouse.platform.config.ConfigReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

@ApplicationScoped
class AttemptSettingsProducer {
    @Inject
    ConfigReader config;

    @Produces
    @Singleton
    AttemptSettings attempts() {
        return config.read(AttemptSettings.class);
    }
}
