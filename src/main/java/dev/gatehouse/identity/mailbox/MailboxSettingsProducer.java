package dev.gatehouse.identity.mailbox;

import dev.gatehouse.platform.config.ConfigReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

@ApplicationScoped
class MailboxSettingsProducer {
    @Inject
    ConfigReader config;

    @Produces
    @Singleton
    MailboxSettings mailbox() {
        return config.read(MailboxSettings.class);
    }
}
