package dev.gatehouse.blackbox.configured;

import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Signer;
import dev.gatehouse.blackbox.support.Witness;
import dev.gatehouse.support.TlsSite;

/** A server for all tests of what an operator can configure. */
final class ConfiguredServer {
    static final String INITIAL_TOKEN = "an-initial-access-token-of-32-characters";
    static final String SECRET = "a-secret-of-the-operator";
    static final String ISSUER = "https://idp.example";
    static final String SCHOOL = "https://idp.school.example";
    static final String SUBJECT = "CN=machine,O=Acme";
    static final Signer IDENTITY_PROVIDER = Signer.create();

    private ConfiguredServer() {}

    /** A dance of one of the clients with a secret. */
    static OAuthDance client(String id) {
        return OAuthDance.of(id).authenticatingBy("client_secret_basic", SECRET);
    }

    /** It, for a test class. */
    static Witness witness() {
        return Witness.with("gatehouse.clients", "portal,service,machine,broker")
                .and("gatehouse.client.portal.name", "The portal")
                .and("gatehouse.client.portal.secret", SECRET)
                .and("gatehouse.client.portal.redirect-uris", "http://localhost:3000/callback")
                .and("gatehouse.client.portal.trusted", "true")
                .and("gatehouse.client.service.secret", SECRET)
                .and("gatehouse.client.service.grant-types", "client_credentials")
                .and("gatehouse.client.service.scope", "mcp:read")
                .and("gatehouse.client.service.acts-as", "owner@acme.example")
                .and("gatehouse.client.machine.authentication-method", "tls_client_auth")
                .and("gatehouse.client.machine.certificate-subject", SUBJECT)
                .and("gatehouse.client.machine.grant-types", "client_credentials")
                .and("gatehouse.client.broker.secret", SECRET)
                .and(
                        "gatehouse.client.broker.grant-types",
                        "urn:ietf:params:oauth:grant-type:jwt-bearer,client_credentials,"
                                + "urn:ietf:params:oauth:grant-type:token-exchange")
                .and("gatehouse.client-authentication.tls", "true")
                .and("gatehouse.client-authentication.certificate-header", "Client-Cert")
                .and("gatehouse.trusted-issuers", "corp,school")
                .and("gatehouse.trusted-issuer.school.issuer", SCHOOL)
                .and("gatehouse.trusted-issuer.school.email-domains", "school.example, Gatehouse.example")
                .and(
                        "gatehouse.trusted-issuer.school.jwks",
                        IDENTITY_PROVIDER.jwks().toString())
                .and("gatehouse.trusted-issuer.corp.issuer", ISSUER)
                .and(
                        "gatehouse.trusted-issuer.corp.jwks",
                        IDENTITY_PROVIDER.jwks().toString())
                .and("gatehouse.registration.policy", "initial-token")
                .and("gatehouse.registration.initial-access-tokens", INITIAL_TOKEN)
                .and("gatehouse.registration.unused-per-address", "3")
                .and("gatehouse.dpop.nonce-required", "true")
                .and("gatehouse.limits.enabled", "true")
                .and("gatehouse.oauth.signing-algorithm", "RS256")
                .and("gatehouse.crypto.key-store.path", KeyFile.PATH.toString())
                .and("gatehouse.crypto.key-store.password", KeyFile.PASSWORD)
                .and("gatehouse.crypto.key-store.aliases", "ec,rsa,rsa-before")
                .and("gatehouse.oauth.client-id-metadata-documents", "false")
                .and("gatehouse.outbound.allow-loopback", "true")
                .and("gatehouse.outbound.extra-ca", TlsSite.authority().toString())
                .and("gatehouse.sweep.pause", "PT1S");
    }
}
