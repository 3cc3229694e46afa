package dev.gatehouse.oauth.document;

import dev.gatehouse.platform.egress.EgressSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Which client ids lead to documents at all, and which documents may be used. */
@ApplicationScoped
class DocumentPolicy {
    @Inject
    ClientDocumentSettings settings;

    @Inject
    EgressSettings egress;

    @Inject
    PinnedDocuments pinned;

    /** The URL that an id is, where clients may be known by documents. */
    Optional<ClientIdUrl> url(String clientId) {
        return settings.clientIdMetadataDocuments()
                ? ClientIdUrl.parse(clientId, egress.allowLoopback())
                : Optional.empty();
    }

    /** Whether its document may be used: the operator's own copy always. */
    boolean permits(ClientIdUrl url) {
        return settings.permits(url.host()) || pinned.of(url.toString()).isPresent();
    }
}
