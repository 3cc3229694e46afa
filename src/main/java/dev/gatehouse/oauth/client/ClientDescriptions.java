package dev.gatehouse.oauth.client;

import dev.gatehouse.oauth.settings.OAuthSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;

/** Reads what clients say of themselves, wherever they say it, against what this server serves. */
@ApplicationScoped
public class ClientDescriptions {
    @Inject
    GrantTypes grantTypes;

    @Inject
    ClientAuthenticationMethods methods;

    @Inject
    OAuthSettings settings;

    /** The metadata in a document, or the refusal that names the member. */
    public ClientMetadata read(JsonObject document) {
        return ClientMetadata.from(
                document,
                new ClientMetadata.Supported(grantTypes.supported(), methods.supported(), settings.maxRedirectUris()));
    }
}
