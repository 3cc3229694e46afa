package dev.gatehouse.oauth.document;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.audit.AuditTrail;
import dev.gatehouse.oauth.client.Client;
import dev.gatehouse.oauth.client.ClientMetadata;
import dev.gatehouse.oauth.client.ClientOrigin;
import dev.gatehouse.oauth.client.ClientUse;
import dev.gatehouse.oauth.client.Clients;
import dev.gatehouse.oauth.error.OAuthAction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The clients that documents describe, so that every node and a restart know them. */
@ApplicationScoped
class DocumentClients {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Clients clients;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** Whether only a document can tell who an id is: nobody was registered under it in another way. */
    @Transactional
    boolean described(String clientId) {
        return !registered(clientId);
    }

    private boolean registered(String clientId) {
        return clients.originOf(clientId)
                .filter(origin -> origin != ClientOrigin.DOCUMENT)
                .isPresent();
    }

    @Transactional
    Optional<KnownClient> known(String clientId) {
        return clients.byId(clientId).map(client -> new KnownClient(client, document(clientId)));
    }

    private Optional<KnownDocument> document(String clientId) {
        return Optional.ofNullable(entities.find(StoredDocument.class, clientId))
                .map(stored ->
                        new KnownDocument(Optional.ofNullable(stored.etag), stored.checkedAt, stored.freshUntil));
    }

    /**
     * Keeps what a document says. A client that came by another way in is left as it is: its id must not be taken over.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<KnownClient> keep(String clientId, DocumentAnswer.Read read) {
        if (registered(clientId)) {
            return Optional.empty();
        }
        var before = clients.byId(clientId);
        if (before.isEmpty()) {
            clients.add(described(clientId, read.metadata(), ClientUse.begun(clock.instant())));
        } else if (!before.get().metadata().equals(read.metadata())) {
            clients.replace(described(clientId, read.metadata(), before.get().use()));
        }
        record(clientId, before, read.metadata());
        checked(clientId, read.etag(), read.fresh());
        return known(clientId);
    }

    /** Notes that the site stands by the document that we have. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<KnownClient> confirm(String clientId, Optional<String> etag, Duration fresh) {
        if (clients.byId(clientId).isEmpty()) {
            return Optional.empty();
        }
        checked(clientId, etag, fresh);
        return known(clientId);
    }

    private void checked(String clientId, Optional<String> etag, Duration fresh) {
        var now = clock.instant();
        var stored = Optional.ofNullable(entities.find(StoredDocument.class, clientId))
                .orElseGet(() -> new StoredDocument(clientId));
        stored.checked(etag.orElse(null), now, now.plus(fresh));
        entities.persist(stored);
        entities.flush();
    }

    private void record(String clientId, Optional<Client> before, ClientMetadata after) {
        if (before.isEmpty() || !before.get().metadata().equals(after)) {
            audit.record(AuditEvent.done(
                    before.isEmpty() ? OAuthAction.CLIENT_DOCUMENT_READ : OAuthAction.CLIENT_DOCUMENT_CHANGED,
                    AuditSubject.anonymous().through(clientId),
                    after.clientName()));
        }
    }

    private static Client described(String clientId, ClientMetadata metadata, ClientUse use) {
        return new Client(clientId, metadata, Optional.empty(), ClientOrigin.DOCUMENT, false, Optional.empty(), use);
    }
}
