package dev.gatehouse.identity.federation;

import dev.gatehouse.platform.json.Members;
import java.net.URI;
import java.util.Optional;

/** What of a provider's discovery document we go by (OpenID Connect Discovery §3, RFC 9207 §3). */
record ProviderMetadata(URI authorizationEndpoint, URI tokenEndpoint, URI jwksUri, boolean namesItselfInAnswers) {
    /** The metadata of that issuer; empty when the document is another's or lacks something. */
    static Optional<ProviderMetadata> of(Members document, String issuer) {
        return document.string("issuer")
                .filter(issuer::equals)
                .flatMap(same -> uri(document, "authorization_endpoint"))
                .flatMap(authorization -> uri(document, "token_endpoint")
                        .flatMap(token -> uri(document, "jwks_uri")
                                .map(jwks -> new ProviderMetadata(
                                        authorization,
                                        token,
                                        jwks,
                                        document.flag("authorization_response_iss_parameter_supported")))));
    }

    private static Optional<URI> uri(Members document, String name) {
        try {
            return document.string(name).map(URI::create).filter(URI::isAbsolute);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
