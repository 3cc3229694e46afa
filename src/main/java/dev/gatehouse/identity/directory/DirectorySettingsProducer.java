package dev.gatehouse.identity.directory;

import dev.gatehouse.platform.config.ConfigReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

@ApplicationScoped
class DirectorySettingsProducer {
    @Inject
    ConfigReader config;

    @Produces
    @Singleton
    DirectorySettings directory() {
        return config.read(DirectorySettings.class);
    }
}
