package dev.gatehouse.oauth.dpop;

import dev.gatehouse.platform.config.ConfigReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

@ApplicationScoped
class DpopSettingsProducer {
    @Inject
    ConfigReader config;

    @Produces
    @Singleton
    DpopSettings dpop() {
        return config.read(DpopSettings.class);
    }
}
