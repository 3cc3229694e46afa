package dev.gatehouse.oauth.settings;

import dev.gatehouse.platform.config.ConfigReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

@ApplicationScoped
class OAuthSettingsProducer {
    @Inject
    ConfigReader config;

    @Produces
    @Singleton
    OAuthSettings oauth() {
        return config.read(OAuthSettings.class);
    }

    @Produces
    @Singleton
    SigningKeySettings signingKeys() {
        return config.read(SigningKeySettings.class);
    }
}
