package dev.gatehouse.oauth.client;

import dev.gatehouse.platform.config.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Brings the database in line with the configured clients; one that the configuration no longer names is of no use. */
@ApplicationScoped
class ConfiguredClientRows {
    @Inject
    Clients clients;

    @Transactional
    void bringInLine(List<Client> described) {
        described.forEach(this::bringInLine);
        var names = described.stream().map(Client::id).toList();
        clients.idsOf(ClientOrigin.CONFIGURED).stream()
                .filter(id -> !names.contains(id))
                .forEach(clients::deactivate);
    }

    private void bringInLine(Client client) {
        var origin = clients.originOf(client.id());
        if (origin.isEmpty()) {
            clients.add(client);
        } else if (origin.get() == ClientOrigin.CONFIGURED) {
            clients.replace(client);
        } else {
            throw new ConfigurationException("Change gatehouse.clients: " + client.id()
                    + " is the client id of a client that was registered in another way; choose another.");
        }
    }
}
