package dev.gatehouse.oauth.client;

import dev.gatehouse.platform.http.ClientCertificate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * {@code tls_client_auth} (RFC 8705 §2.1): the subject of the certificate that the server, or its proxy, has verified.
 */
@ApplicationScoped
class ClientCertificates {
    @Inject
    ClientAuthenticationSettings settings;

    @Inject
    ClientCertificate presented;

    /** What is wrong with the certificate of the request; empty when it is the client's. */
    Optional<String> problem(Client client) {
        if (!settings.tls()) {
            return Optional.of("tls_client_auth is switched off here");
        }
        var subject = client.metadata().keys().certificateSubject();
        return presented
                        .subject(settings.certificateHeader())
                        .filter(actual -> subject.filter(expected -> ClientCertificate.same(expected, actual))
                                .isPresent())
                        .isPresent()
                ? Optional.empty()
                : Optional.of("the connection has no certificate of this client");
    }
}
