package dev.gatehouse.admin.demo;

import dev.gatehouse.platform.config.ConfigReader;
import dev.gatehouse.platform.config.ConfigurationException;
import dev.gatehouse.platform.config.DeploymentSettings;
import dev.gatehouse.platform.persistence.Migrations;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/**
 * Switches published data and suite modes on, only where nobody else can reach them, and before anything is written
 * elsewhere.
 */
@ApplicationScoped
class DemoStart {
    private static final System.Logger LOG = System.getLogger("dev.gatehouse.demo");

    @Inject
    ConfigReader config;

    @Inject
    DeploymentSettings deployment;

    @Inject
    DemoData data;

    @Inject
    DemoClients clients;

    void refuseInPublic(
            @Observes @Priority(Migrations.PRIORITY - 1) @Initialized(ApplicationScoped.class) Object start) {
        refuse(
                "gatehouse.demo.enabled",
                config.read(DemoSettings.class).enabled(),
                "its passwords and keys are published");
        refuse(
                "gatehouse.suite.enabled",
                config.read(SuiteSettings.class).enabled(),
                "it relaxes limits for test suites");
    }

    @Transactional
    void seed(@Observes @Priority(Migrations.PRIORITY + 2) @Initialized(ApplicationScoped.class) Object start) {
        if (config.read(DemoSettings.class).enabled()) {
            var dataset = DemoDataset.read();
            if (data.seed(dataset)) {
                dataset.clients().forEach(clients::add);
                LOG.log(
                        System.Logger.Level.INFO,
                        "event=demo_seeded users=" + dataset.users().size());
            }
        }
    }

    private void refuse(String key, boolean enabled, String why) {
        if (enabled && !deployment.loopback()) {
            throw new ConfigurationException("Set " + key + "=false, or gatehouse.public-url to a loopback address: "
                    + why + ", so it must not run at " + deployment.publicUrl() + ".");
        }
    }
}
