package dev.gatehouse.platform.mail;

import dev.gatehouse.platform.config.ConfigReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

@ApplicationScoped
class MailSettingsProducer {
    @Inject
    ConfigReader config;

    @Produces
    @Singleton
    MailSettings mail() {
        return config.read(MailSettings.class);
    }
}
