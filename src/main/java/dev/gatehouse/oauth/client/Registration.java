package dev.gatehouse.oauth.client;

import dev.gatehouse.platform.crypto.Secret;
import java.util.List;
import java.util.Optional;

/** The client information response (RFC 7591 §3.2.1): the only time that the secret is told. */
public record Registration(
        String clientId,
        Long clientIdIssuedAt,
        String clientSecret,
        Long clientSecretExpiresAt,
        String clientName,
        List<String> redirectUris,
        String tokenEndpointAuthMethod,
        List<String> grantTypes,
        List<String> responseTypes,
        String scope,
        String applicationType) {
    private static final long NEVER = 0L;

    @Override
    public String toString() {
        return "Registration[" + clientId + "]";
    }

    static Registration of(Client client, Optional<Secret> secret) {
        return new Registration(
                client.id(),
                client.issuedAt().getEpochSecond(),
                secret.map(Secret::reveal).orElse(null),
                secret.map(present -> NEVER).orElse(null),
                client.name(),
                client.redirectUris().stream().map(RedirectUri::text).toList(),
                client.authenticationMethod().wireName(),
                List.copyOf(client.grantTypes()),
                List.of("code"),
                client.scope(),
                client.redirectUris().stream()
                                .allMatch(uri -> uri.uri().getScheme().equals("https"))
                        ? "web"
                        : "native");
    }
}
