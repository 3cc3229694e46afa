package dev.gatehouse.oauth.client;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

@Entity
@Table(name = "oauth_client")
class StoredClient {
    @Id
    @Column(name = "client_id")
    String clientId;

    String name;

    @Column(name = "redirect_uris")
    String redirectUris;

    @Column(name = "authentication_method")
    String authenticationMethod;

    @Column(name = "secret_hash")
    String secretHash;

    @Column(name = "grant_types")
    String grantTypes;

    String scope;
    boolean trusted;

    @Column(name = "issued_at")
    Instant issuedAt;

    protected StoredClient() {}

    StoredClient(Client client) {
        this.clientId = client.id();
        this.name = client.name();
        this.redirectUris =
                client.redirectUris().stream().map(RedirectUri::text).collect(Collectors.joining(" "));
        this.authenticationMethod = client.authenticationMethod().wireName();
        this.secretHash = client.secretHash().orElse(null);
        this.grantTypes = String.join(" ", client.grantTypes());
        this.scope = client.scope();
        this.trusted = client.trusted();
        this.issuedAt = client.issuedAt();
    }

    Client client() {
        return new Client(
                clientId,
                name,
                List.of(redirectUris.split(" ")).stream()
                        .flatMap(uri -> RedirectUri.parse(uri).stream())
                        .toList(),
                ClientAuthenticationMethod.named(authenticationMethod).orElseThrow(),
                Optional.ofNullable(secretHash),
                new LinkedHashSet<>(List.of(grantTypes.split(" "))),
                scope,
                trusted,
                issuedAt);
    }
}
