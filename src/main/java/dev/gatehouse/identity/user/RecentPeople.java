package dev.gatehouse.identity.user;

import dev.gatehouse.platform.standing.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The active people as {@link Remembered} has them: for the requests of which there are many. */
@ApplicationScoped
public class RecentPeople {
    @Inject
    Users users;

    @Inject
    Remembered<String, Person> recent;

    /** The active person of that id. */
    public Optional<Person> byId(String id) {
        return recent.get(id, () -> users.byId(id));
    }
}
