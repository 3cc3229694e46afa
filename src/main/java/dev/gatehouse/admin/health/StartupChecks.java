package dev.gatehouse.admin.health;

import dev.gatehouse.platform.config.ConfigurationException;
import dev.gatehouse.platform.config.Settings;
import dev.gatehouse.platform.crypto.Encryption;
import dev.gatehouse.platform.crypto.KeyStoreKeys;
import dev.gatehouse.platform.persistence.Migrations;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/**
 * Reads every setting before anything happens, so that a wrong one stops the start and not the first request that needs
 * it.
 */
@ApplicationScoped
class StartupChecks {
    private static final System.Logger LOG = System.getLogger("dev.gatehouse.start");

    @Inject
    @Any
    Instance<Object> beans;

    void check(@Observes @Priority(Migrations.PRIORITY - 2) @Initialized(ApplicationScoped.class) Object start) {
        try {
            beans.handlesStream().filter(StartupChecks::settings).forEach(Instance.Handle::get);
            beans.select(Encryption.class).get().check();
            beans.select(KeyStoreKeys.class).get().check();
        } catch (ConfigurationException refusal) {
            LOG.log(System.Logger.Level.ERROR, "event=start_refused " + refusal.getMessage());
            throw refusal;
        }
    }

    private static boolean settings(Instance.Handle<Object> handle) {
        return handle.getBean().getTypes().stream()
                .anyMatch(type -> type instanceof Class<?> found && found.isAnnotationPresent(Settings.class));
    }
}
