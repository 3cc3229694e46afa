package dev.gatehouse.oauth.metadata;

import dev.gatehouse.oauth.client.RegistrationPolicy;
import dev.gatehouse.oauth.client.RegistrationSettings;
import dev.gatehouse.oauth.document.ClientDocumentSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** By which ways a client that nobody has registered may come to be known. */
@ApplicationScoped
class RegistrationWays {
    @Inject
    RegistrationSettings registration;

    @Inject
    ClientDocumentSettings documents;

    /** By registering itself (RFC 7591). */
    boolean open() {
        return registration.policy() != RegistrationPolicy.OFF;
    }

    /** By the document that its id leads to. */
    boolean documents() {
        return documents.clientIdMetadataDocuments();
    }
}
