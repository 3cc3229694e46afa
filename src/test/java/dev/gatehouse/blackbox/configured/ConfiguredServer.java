package dev.gatehouse.blackbox.configured;

import dev.gatehouse.blackbox.support.Signer;
import dev.gatehouse.blackbox.support.Sut;
import dev.gatehouse.blackbox.support.Witness;
import dev.gatehouse.support.Database;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One server for all tests of what an operator can configure, started when the first of them needs it. */
public final class ConfiguredServer implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {
    static final String INITIAL_TOKEN = "an-initial-access-token-of-32-characters";
    static final String SECRET = "a-secret-of-the-operator";
    static final String ISSUER = "https://idp.example";
    static final String SUBJECT = "CN=machine,O=Acme";
    static final Signer IDENTITY_PROVIDER = Signer.create();

    private static Witness witness;

    static Database database() {
        return witness.database();
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        if (witness == null) {
            witness = Witness.start(
                    Files.createTempDirectory("configured"),
                    server -> server.property("gatehouse.clients", "portal,service,machine,broker")
                            .property("gatehouse.client.portal.name", "The portal")
                            .property("gatehouse.client.portal.secret", SECRET)
                            .property("gatehouse.client.portal.redirect-uris", "http://localhost:3000/callback")
                            .property("gatehouse.client.portal.trusted", "true")
                            .property("gatehouse.client.service.secret", SECRET)
                            .property("gatehouse.client.service.grant-types", "client_credentials")
                            .property("gatehouse.client.service.scope", "mcp:read")
                            .property("gatehouse.client.service.acts-as", "owner@acme.example")
                            .property("gatehouse.client.machine.authentication-method", "tls_client_auth")
                            .property("gatehouse.client.machine.certificate-subject", SUBJECT)
                            .property("gatehouse.client.machine.grant-types", "client_credentials")
                            .property("gatehouse.client.broker.secret", SECRET)
                            .property(
                                    "gatehouse.client.broker.grant-types",
                                    "urn:ietf:params:oauth:grant-type:jwt-bearer,client_credentials,"
                                            + "urn:ietf:params:oauth:grant-type:token-exchange")
                            .property("gatehouse.client-authentication.tls", "true")
                            .property("gatehouse.client-authentication.certificate-header", "Client-Cert")
                            .property("gatehouse.trusted-issuers", "corp")
                            .property("gatehouse.trusted-issuer.corp.issuer", ISSUER)
                            .property(
                                    "gatehouse.trusted-issuer.corp.jwks",
                                    IDENTITY_PROVIDER.jwks().toString())
                            .property("gatehouse.registration.policy", "initial-token")
                            .property("gatehouse.registration.initial-access-tokens", INITIAL_TOKEN)
                            .property("gatehouse.registration.unused-per-address", "3")
                            .property("gatehouse.dpop.nonce-required", "true")
                            .property("gatehouse.limits.enabled", "true")
                            .property("gatehouse.sweep.pause", "PT1S"));
            Runtime.getRuntime().addShutdownHook(new Thread(witness::close));
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Sut.use(witness.server().baseUrl());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Sut.useDefault();
    }
}
