package dev.gatehouse.oauth.document;

import dev.gatehouse.platform.egress.InFlight;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Asks sites for their documents and keeps what they answer; once for all who want the same at the same time. */
@ApplicationScoped
class DocumentChecks {
    @Inject
    DocumentFetches fetches;

    @Inject
    DocumentClients clients;

    private final InFlight<DocumentCheck> inFlight = new InFlight<>();

    DocumentCheck check(ClientIdUrl url, Optional<KnownClient> known) {
        return inFlight.join(url.toString(), () -> ask(url, known.flatMap(KnownClient::etag)));
    }

    private DocumentCheck ask(ClientIdUrl url, Optional<String> etag) {
        return switch (fetches.fetch(url, etag)) {
            case DocumentAnswer.Read read -> usable(keep(url.toString(), read));
            case DocumentAnswer.Unchanged(var fresh) -> usable(clients.confirm(url.toString(), etag, fresh));
            case DocumentAnswer.Worthless(var reason) -> new DocumentCheck.Worthless(reason);
            case DocumentAnswer.Unreachable(var reason) -> new DocumentCheck.Unreachable(reason);
        };
    }

    /** Unless it was swept away, or registered in another way, while its site was asked. */
    private static DocumentCheck usable(Optional<KnownClient> kept) {
        return kept.<DocumentCheck>map(DocumentCheck.Usable::new)
                .orElseGet(() -> new DocumentCheck.Unreachable("the registration changed meanwhile"));
    }

    /** Another node may have inserted the same rows just now; the second attempt finds them. */
    private Optional<KnownClient> keep(String clientId, DocumentAnswer.Read read) {
        try {
            return clients.keep(clientId, read);
        } catch (RuntimeException e) {
            return clients.keep(clientId, read);
        }
    }
}
