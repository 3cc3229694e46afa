package dev.gatehouse.oauth.client;

import dev.gatehouse.platform.config.ConfigReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

@ApplicationScoped
class ClientSettingsProducer {
    @Inject
    ConfigReader config;

    @Produces
    @Singleton
    RegistrationSettings registration() {
        return config.read(RegistrationSettings.class);
    }

    @Produces
    @Singleton
    ClientAuthenticationSettings authentication() {
        return config.read(ClientAuthenticationSettings.class);
    }
}
