package dev.gatehouse.oauth.document;

import dev.gatehouse.platform.config.ConfigReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

@ApplicationScoped
class ClientDocumentSettingsProducer {
    @Inject
    ConfigReader config;

    @Produces
    @Singleton
    ClientDocumentSettings clientDocuments() {
        return config.read(ClientDocumentSettings.class);
    }
}
