package dev.gatehouse.platform.http;

import dev.gatehouse.platform.config.ConfigReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

@ApplicationScoped
class HttpSettingsProducer {
    @Inject
    ConfigReader config;

    @Produces
    @Singleton
    HttpSettings http() {
        return config.read(HttpSettings.class);
    }
}
