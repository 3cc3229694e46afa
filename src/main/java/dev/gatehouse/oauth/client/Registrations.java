package dev.gatehouse.oauth.client;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.audit.AuditTrail;
import dev.gatehouse.oauth.error.OAuthAction;
import dev.gatehouse.platform.config.DeploymentSettings;
import dev.gatehouse.platform.crypto.Randomness;
import dev.gatehouse.platform.crypto.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/** Dynamic registration: from what a client says of itself to a client of ours, managed by that client, recorded. */
@ApplicationScoped
class Registrations {
    private static final int ID_LENGTH = 24;
    private static final String TOKEN_PREFIX = "ghm_";

    @Inject
    Clients clients;

    @Inject
    DeploymentSettings deployment;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    @Transactional
    Registration register(ClientMetadata metadata, String address) {
        var secret = secret(metadata);
        var token = Secret.random(TOKEN_PREFIX);
        var client = new Client(
                Randomness.alphanumeric(ID_LENGTH),
                metadata,
                secret.map(Secret::hash),
                ClientOrigin.DYNAMIC,
                false,
                Optional.empty(),
                ClientUse.begun(clock.instant()));
        clients.add(client, address, token);
        record(OAuthAction.CLIENT_REGISTERED, client);
        return Registration.of(client, secret, Optional.of(token), uri(client));
    }

    @Transactional
    Optional<Registration> read(String clientId, Secret token) {
        return clients.managed(clientId, token)
                .map(client -> Registration.of(client, Optional.empty(), Optional.of(token), uri(client)));
    }

    /** RFC 7592 §2.2: what the client leaves out, it gives up. A secret that is still needed stays the same. */
    @Transactional
    Optional<Registration> replace(String clientId, Secret token, ClientMetadata metadata) {
        return clients.managed(clientId, token).map(before -> replace(before, token, metadata));
    }

    private Registration replace(Client before, Secret token, ClientMetadata metadata) {
        var secret = before.secretHash().isPresent() ? Optional.<Secret>empty() : secret(metadata);
        var hash = metadata.authenticationMethod().secret()
                ? before.secretHash().or(() -> secret.map(Secret::hash))
                : Optional.<String>empty();
        var client = new Client(
                before.id(), metadata, hash, before.origin(), before.trusted(), before.actsAs(), before.use());
        clients.replace(client);
        record(OAuthAction.CLIENT_CHANGED, client);
        return Registration.of(client, secret, Optional.of(token), uri(client));
    }

    /** Ends the registration and everything that the client was given (RFC 7592 §2.3); tells whether there was one. */
    @Transactional
    boolean remove(String clientId, Secret token) {
        var client = clients.managed(clientId, token);
        client.ifPresent(found -> {
            clients.remove(found);
            record(OAuthAction.CLIENT_REMOVED, found);
        });
        return client.isPresent();
    }

    private static Optional<Secret> secret(ClientMetadata metadata) {
        return metadata.authenticationMethod().secret() ? Optional.of(Secret.random()) : Optional.empty();
    }

    private String uri(Client client) {
        return deployment.url("/oauth/register/" + client.id());
    }

    private void record(OAuthAction action, Client client) {
        audit.record(AuditEvent.done(action, AuditSubject.anonymous().through(client.id()), client.name()));
    }
}
