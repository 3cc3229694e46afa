package dev.gatehouse.oauth.device;

import dev.gatehouse.platform.config.ConfigReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

@ApplicationScoped
class DeviceSettingsProducer {
    @Inject
    ConfigReader config;

    @Produces
    @Singleton
    DeviceSettings device() {
        return config.read(DeviceSettings.class);
    }
}
