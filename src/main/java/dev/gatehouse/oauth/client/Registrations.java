package dev.gatehouse.oauth.client;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.audit.AuditTrail;
import dev.gatehouse.oauth.error.OAuthAction;
import dev.gatehouse.platform.crypto.Randomness;
import dev.gatehouse.platform.crypto.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/** Dynamic registration: from what a client says of itself to a client of ours, recorded. */
@ApplicationScoped
class Registrations {
    private static final int ID_LENGTH = 24;

    @Inject
    Clients clients;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    @Transactional
    Registration register(ClientMetadata metadata) {
        var secret = metadata.authenticationMethod().confidential()
                ? Optional.of(Secret.random())
                : Optional.<Secret>empty();
        var client = new Client(
                Randomness.alphanumeric(ID_LENGTH),
                metadata.clientName(),
                metadata.redirectUris(),
                metadata.authenticationMethod(),
                secret.map(Secret::hash),
                metadata.grantTypes(),
                metadata.scope(),
                false,
                clock.instant());
        clients.add(client);
        audit.record(AuditEvent.done(
                OAuthAction.CLIENT_REGISTERED, AuditSubject.anonymous().through(client.id()), client.name()));
        return Registration.of(client, secret);
    }
}
