package dev.gatehouse.identity.login;

import dev.gatehouse.platform.config.ConfigReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

@ApplicationScoped
class LoginSettingsProducer {
    @Inject
    ConfigReader config;

    @Produces
    @Singleton
    LoginSettings login() {
        return config.read(LoginSettings.class);
    }
}
