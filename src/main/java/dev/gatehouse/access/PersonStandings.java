package dev.gatehouse.access;

import dev.gatehouse.identity.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** How people stand at this moment, read in one transaction. */
@ApplicationScoped
class PersonStandings {
    @Inject
    Users users;

    @Inject
    OrganizationResolver organizations;

    @Transactional
    Optional<PersonStanding> of(String userId) {
        return users.byId(userId).map(person -> new PersonStanding(person, organizations.resolve(person)));
    }
}
