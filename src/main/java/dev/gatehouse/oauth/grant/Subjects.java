package dev.gatehouse.oauth.grant;

import dev.gatehouse.identity.user.Users;
import dev.gatehouse.oauth.token.Authorization;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether those for whom clients act may still act themselves. */
@ApplicationScoped
class Subjects {
    @Inject
    Users users;

    /** Whether the person of an authorization is active; nobody in particular always is. */
    boolean active(Authorization authorization) {
        return authorization.userId().isEmpty()
                || users.byId(authorization.userId().get()).isPresent();
    }
}
