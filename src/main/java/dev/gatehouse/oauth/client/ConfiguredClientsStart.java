package dev.gatehouse.oauth.client;

import dev.gatehouse.platform.config.ConfigurationException;
import dev.gatehouse.platform.persistence.Migrations;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Applies the configured clients at start, after demo people could have been added whom they act for. */
@ApplicationScoped
class ConfiguredClientsStart {
    private static final System.Logger LOG = System.getLogger("dev.gatehouse.start");
    private static final int AFTER_DEMO_DATA = 10;

    @Inject
    ConfiguredClients configured;

    @Inject
    ConfiguredClientRows rows;

    void start(
            @Observes @Priority(Migrations.PRIORITY + AFTER_DEMO_DATA) @Initialized(ApplicationScoped.class)
                    Object start) {
        try {
            bringInLine();
        } catch (ConfigurationException refusal) {
            LOG.log(System.Logger.Level.ERROR, "event=start_refused " + refusal.getMessage());
            throw refusal;
        } catch (RuntimeException raced) {
            // Another node that starts at the same time may have been first; what it wrote is then only updated.
            bringInLine();
        }
    }

    private void bringInLine() {
        rows.bringInLine(configured.described());
    }
}
