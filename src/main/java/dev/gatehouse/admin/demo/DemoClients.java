package dev.gatehouse.admin.demo;

import dev.gatehouse.oauth.client.Client;
import dev.gatehouse.oauth.client.ClientAuthenticationMethod;
import dev.gatehouse.oauth.client.ClientKeys;
import dev.gatehouse.oauth.client.ClientMetadata;
import dev.gatehouse.oauth.client.ClientOrigin;
import dev.gatehouse.oauth.client.ClientUse;
import dev.gatehouse.oauth.client.Clients;
import dev.gatehouse.oauth.client.GrantTypes;
import dev.gatehouse.oauth.client.RedirectUri;
import dev.gatehouse.oauth.settings.Scope;
import dev.gatehouse.platform.crypto.Secret;
import dev.gatehouse.platform.crypto.SigningAlgorithm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.Optional;

/** Adds the clients of the demo. */
@ApplicationScoped
class DemoClients {
    @Inject
    Clients clients;

    @Inject
    GrantTypes grantTypes;

    @Inject
    Clock clock;

    void add(JsonObject client) {
        clients.add(new Client(
                client.getString("clientId"),
                new ClientMetadata(
                        "Demo first-party client",
                        DemoDataset.texts(client, "redirectUris").stream()
                                .map(uri -> RedirectUri.parse(uri).orElseThrow())
                                .toList(),
                        ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
                        ClientKeys.none(),
                        grantTypes.supported(),
                        String.join(" ", Scope.names()),
                        false,
                        false,
                        SigningAlgorithm.RS256),
                Optional.of(new Secret(client.getString("clientSecret")).hash()),
                ClientOrigin.ADMINISTERED,
                client.getBoolean("trusted"),
                Optional.empty(),
                ClientUse.begun(clock.instant())));
    }
}
