package dev.gatehouse.oauth.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Notes that clients are in use, where that tells something new: so most requests write nothing. */
@ApplicationScoped
public class ClientUses {
    @Inject
    Clients clients;

    @Inject
    Clock clock;

    /** A client made a request. */
    void used(Client client) {
        note(client, false);
    }

    /** A client got a token: from then on it is never swept away. */
    public void tokenIssued(Client client) {
        note(client, true);
    }

    private void note(Client client, boolean token) {
        if (client.use().stale(clock.instant(), token)) {
            clients.note(client, token);
        }
    }
}
