package dev.gatehouse.oauth.client;

import dev.gatehouse.platform.crypto.Secret;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The client information response (RFC 7591 §3.2.1, RFC 7592 §3): the only time that the secret and the registration
 * access token are told.
 */
public record Registration(
        String clientId,
        Long clientIdIssuedAt,
        String clientSecret,
        Long clientSecretExpiresAt,
        String registrationAccessToken,
        String registrationClientUri,
        String clientName,
        List<String> redirectUris,
        String tokenEndpointAuthMethod,
        @JsonbTypeAdapter(JsonText.class) String jwks,
        String jwksUri,
        String tlsClientAuthSubjectDn,
        List<String> grantTypes,
        List<String> responseTypes,
        String scope,
        Boolean dpopBoundAccessTokens,
        Boolean requirePushedAuthorizationRequests,
        String idTokenSignedResponseAlg,
        String applicationType) {
    private static final long NEVER = 0L;

    @Override
    public String toString() {
        return "Registration[" + clientId + "]";
    }

    static Registration of(Client client, Optional<Secret> secret, Optional<Secret> managementToken, String uri) {
        var metadata = client.metadata();
        return new Registration(
                client.id(),
                client.issuedAt().getEpochSecond(),
                secret.map(Secret::reveal).orElse(null),
                client.authenticationMethod().secret() ? NEVER : null,
                managementToken.map(Secret::reveal).orElse(null),
                uri,
                metadata.clientName(),
                metadata.redirectUris().stream().map(RedirectUri::text).toList(),
                metadata.authenticationMethod().wireName(),
                metadata.keys().jwks().orElse(null),
                metadata.keys().jwksUri().map(URI::toString).orElse(null),
                metadata.keys().certificateSubject().orElse(null),
                List.copyOf(metadata.grantTypes()),
                client.mayUse(ClientMetadata.CODE_GRANT) ? List.of("code") : List.of(),
                metadata.scope(),
                metadata.dpopBoundAccessTokens() ? true : null,
                metadata.requirePushedAuthorizationRequests() ? true : null,
                metadata.idTokenAlgorithm().name(),
                applicationType(metadata));
    }

    private static String applicationType(ClientMetadata metadata) {
        return metadata.redirectUris().stream()
                        .allMatch(uri -> uri.uri().getScheme().equals("https"))
                ? "web"
                : "native";
    }
}
