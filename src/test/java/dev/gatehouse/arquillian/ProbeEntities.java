package dev.gatehouse.arquillian;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.eclipse.persistence.sessions.Session;

/** Added to the WAR by a test: injected as a store is, which a test class itself is not on every server. */
@ApplicationScoped
class ProbeEntities {
    @PersistenceContext
    EntityManager entities;

    Class<?> provider() {
        return entities.getEntityManagerFactory().unwrap(Session.class).getClass();
    }
}
