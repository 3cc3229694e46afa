package dev.gatehouse.oauth.client;

import dev.gatehouse.platform.standing.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The clients as {@link Remembered} has them: for the requests of which there are many. */
@ApplicationScoped
public class RecentClients {
    @Inject
    Clients clients;

    @Inject
    Remembered<String, Client> recent;

    /** The client of that id. */
    public Optional<Client> byId(String clientId) {
        return recent.get(clientId, () -> clients.byId(clientId));
    }
}
