package dev.gatehouse.oauth.client;

import dev.gatehouse.platform.crypto.SigningAlgorithm;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@Entity
@Table(name = "oauth_client")
@NamedQuery(name = "StoredClient.used", query = "update StoredClient c set c.usedAt = :now where c.clientId = :id")
@NamedQuery(name = "StoredClient.firstToken", query = """
    update StoredClient c set c.firstTokenAt = :now where c.clientId = :id and c.firstTokenAt is null
    """)
@NamedQuery(name = "StoredClient.unusedFrom", query = """
    select count(c) from StoredClient c
    where c.registeredFrom = :address and c.issuedAt > :since and c.firstTokenAt is null
    """)
@NamedQuery(name = "StoredClient.dead", query = """
    select c.clientId from StoredClient c
    where c.firstTokenAt is null and c.usedAt < :before and c.origin in :origins
    """)
@NamedQuery(name = "StoredClient.delete", query = """
    delete from StoredClient c where c.clientId in :ids and c.firstTokenAt is null and c.usedAt < :before
    """)
@NamedQuery(
        name = "StoredClient.ofOrigin",
        query = "select c from StoredClient c where c.origin = :origin order by c.clientId")
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

    String jwks;

    @Column(name = "jwks_uri")
    String jwksUri;

    @Column(name = "certificate_subject")
    String certificateSubject;

    @Column(name = "grant_types")
    String grantTypes;

    String scope;

    @Column(name = "dpop_bound")
    boolean dpopBound;

    @Column(name = "pushed_requests_only")
    boolean pushedRequestsOnly;

    @Column(name = "id_token_algorithm")
    @Enumerated(EnumType.STRING)
    SigningAlgorithm idTokenAlgorithm;

    String origin;
    boolean trusted;
    boolean active;

    @Column(name = "acts_as")
    String actsAs;

    @Column(name = "registration_token_hash")
    String registrationTokenHash;

    @Column(name = "registered_from")
    String registeredFrom;

    @Column(name = "issued_at")
    Instant issuedAt;

    @Column(name = "used_at")
    Instant usedAt;

    @Column(name = "first_token_at")
    Instant firstTokenAt;

    protected StoredClient() {}

    StoredClient(Client client) {
        this.clientId = client.id();
        this.origin = client.origin().storedName();
        this.issuedAt = client.use().issuedAt();
        this.usedAt = client.use().usedAt();
        this.firstTokenAt = client.use().firstTokenAt().orElse(null);
        update(client);
    }

    void registeredBy(String tokenHash, String addressHash) {
        this.registrationTokenHash = tokenHash;
        this.registeredFrom = addressHash;
    }

    void deactivate() {
        this.active = false;
    }

    /** Everything but identity, origin and use, which nothing may change. */
    final void update(Client client) {
        var metadata = client.metadata();
        this.name = metadata.clientName();
        this.redirectUris =
                metadata.redirectUris().stream().map(RedirectUri::text).collect(Collectors.joining(" "));
        this.authenticationMethod = metadata.authenticationMethod().wireName();
        this.jwks = metadata.keys().jwks().orElse(null);
        this.jwksUri = metadata.keys().jwksUri().map(URI::toString).orElse(null);
        this.certificateSubject = metadata.keys().certificateSubject().orElse(null);
        this.grantTypes = String.join(" ", metadata.grantTypes());
        this.scope = metadata.scope();
        this.dpopBound = metadata.dpopBoundAccessTokens();
        this.pushedRequestsOnly = metadata.requirePushedAuthorizationRequests();
        this.idTokenAlgorithm = metadata.idTokenAlgorithm();
        this.secretHash = client.secretHash().orElse(null);
        this.trusted = client.trusted();
        this.actsAs = client.actsAs().orElse(null);
        this.active = true;
    }

    Client client() {
        return new Client(
                clientId,
                metadata(),
                Optional.ofNullable(secretHash),
                ClientOrigin.stored(origin),
                trusted,
                Optional.ofNullable(actsAs),
                new ClientUse(issuedAt, usedAt, Optional.ofNullable(firstTokenAt)));
    }

    private ClientMetadata metadata() {
        return new ClientMetadata(
                name,
                words(redirectUris)
                        .flatMap(uri -> RedirectUri.parse(uri).stream())
                        .toList(),
                ClientAuthenticationMethod.named(authenticationMethod).orElseThrow(),
                new ClientKeys(
                        Optional.ofNullable(jwks),
                        Optional.ofNullable(jwksUri).map(URI::create),
                        Optional.ofNullable(certificateSubject)),
                words(grantTypes).collect(Collectors.toCollection(LinkedHashSet::new)),
                scope,
                dpopBound,
                pushedRequestsOnly,
                idTokenAlgorithm);
    }

    private static Stream<String> words(String text) {
        return List.of(text.split(" ")).stream().filter(word -> !word.isEmpty());
    }
}
