package dev.gatehouse.oauth.code;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

@Entity
@Table(name = "oauth_authorization_code")
@NamedQuery(name = "AuthorizationCode.redeem", query = """
    update AuthorizationCode c set c.redeemedAt = :now
    where c.hash = :hash and c.redeemedAt is null and c.expiresAt > :now
    """)
class AuthorizationCode {
    @Id
    String hash;

    @Column(name = "grant_id")
    String familyId;

    @Column(name = "client_id")
    String clientId;

    @Column(name = "redirect_uri")
    String redirectUri;

    @Column(name = "code_challenge")
    String codeChallenge;

    String resource;
    String nonce;

    @Column(name = "key_thumbprint")
    String keyThumbprint;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "redeemed_at")
    Instant redeemedAt;

    protected AuthorizationCode() {}

    AuthorizationCode(IssuedCode code, Instant expiresAt) {
        this.hash = code.hash();
        this.familyId = code.familyId();
        this.clientId = code.clientId();
        this.redirectUri = code.redirectUri();
        this.codeChallenge = code.codeChallenge();
        this.resource = code.resource();
        this.nonce = code.nonce().orElse(null);
        this.keyThumbprint = code.keyThumbprint().orElse(null);
        this.expiresAt = expiresAt;
    }

    IssuedCode issued() {
        return new IssuedCode(
                hash,
                familyId,
                clientId,
                redirectUri == null ? "" : redirectUri,
                codeChallenge,
                resource,
                Optional.ofNullable(nonce),
                Optional.ofNullable(keyThumbprint));
    }
}
