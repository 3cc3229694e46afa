package dev.gatehouse.oauth.authorize;

import dev.gatehouse.platform.config.ConfigReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

@ApplicationScoped
class PushedRequestSettingsProducer {
    @Inject
    ConfigReader config;

    @Produces
    @Singleton
    PushedRequestSettings pushedRequests() {
        return config.read(PushedRequestSettings.class);
    }
}
