package dev.gatehouse.platform.egress;

import dev.gatehouse.platform.config.ConfigReader;
import dev.gatehouse.platform.config.ConfigurationException;
import dev.gatehouse.platform.config.DeploymentSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

@ApplicationScoped
class EgressSettingsProducer {
    @Inject
    ConfigReader config;

    @Inject
    DeploymentSettings deployment;

    @Produces
    @Singleton
    EgressSettings egress() {
        return safe(config.read(EgressSettings.class), deployment);
    }

    /** What may be fetched from this machine's own ports is for development and tests. */
    static EgressSettings safe(EgressSettings settings, DeploymentSettings deployment) {
        if (settings.allowLoopback() && !deployment.loopback()) {
            throw new ConfigurationException("Set gatehouse.outbound.allow-loopback=false, or gatehouse.public-url to a"
                    + " loopback address: strangers could have this machine's own ports asked.");
        }
        return settings;
    }
}
