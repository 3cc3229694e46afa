package dev.gatehouse.arquillian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.identity.user.Users;
import jakarta.inject.Inject;
import org.eclipse.persistence.Version;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

@ArquillianTest
class PersistenceProviderIT {
    @Inject
    ProbeEntities entities;

    @Inject
    Users users;

    @Deployment
    static WebArchive war() {
        return BuiltWar.with(PersistenceProviderIT.class, ProbeEntities.class);
    }

    @Test
    void is_the_one_of_the_war_on_every_server() {
        assertTrue(Version.getVersion().startsWith("4.0.9"), Version.getVersion());
        assertEquals(Version.class.getClassLoader(), entities.provider().getClassLoader());
        assertEquals(Users.class.getClassLoader(), Version.class.getClassLoader());
    }

    @Test
    void has_the_schema_and_the_demo_data_when_the_application_has_started() {
        assertTrue(users.byEmail("OWNER@acme.example").isPresent());
    }
}
