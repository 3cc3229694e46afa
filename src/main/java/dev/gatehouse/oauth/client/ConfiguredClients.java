package dev.gatehouse.oauth.client;

import dev.gatehouse.identity.user.Person;
import dev.gatehouse.identity.user.Users;
import dev.gatehouse.oauth.error.OAuthException;
import dev.gatehouse.platform.config.ConfigReader;
import dev.gatehouse.platform.config.ConfigurationException;
import dev.gatehouse.platform.crypto.Secret;
import dev.gatehouse.platform.json.JsonFormatException;
import dev.gatehouse.platform.json.StrictJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/**
 * Brings the database in line with the clients that the configuration names; one that it no longer names is of no use.
 */
@ApplicationScoped
class ConfiguredClients {
    @Inject
    ConfigReader config;

    @Inject
    ClientDescriptions descriptions;

    @Inject
    Users users;

    @Inject
    Clock clock;

    /** Every client that the configuration describes, or the refusal that names the key. */
    List<Client> described() {
        return config.read(ConfiguredClientNames.class).clients().stream()
                .map(id -> client(id, config.read(ConfiguredClientSettings.class, id)))
                .toList();
    }

    private Client client(String id, ConfiguredClientSettings settings) {
        var metadata = metadata(id, settings);
        if (metadata.authenticationMethod().secret() && settings.secret().isEmpty()) {
            throw new ConfigurationException(
                    "Set gatehouse.client." + id + ".secret, or authentication-method to none.");
        }
        return new Client(
                id,
                metadata,
                settings.secret().map(secret -> new Secret(secret).hash()),
                ClientOrigin.CONFIGURED,
                settings.trusted(),
                settings.actsAs().map(email -> person(id, email).id()),
                ClientUse.begun(clock.instant()));
    }

    private Person person(String id, String email) {
        return users.byEmail(email)
                .orElseThrow(() -> new ConfigurationException("Change gatehouse.client." + id
                        + ".acts-as: nobody active" + " has the e-mail address " + email + "."));
    }

    /** By the same reading as of a registration, so that the same rules hold. */
    private ClientMetadata metadata(String id, ConfiguredClientSettings settings) {
        try {
            var metadata = descriptions.read(document(id, settings));
            if (!metadata.authenticationMethod().wireName().equals(settings.authenticationMethod())) {
                throw new ConfigurationException("Change gatehouse.client." + id + ".authentication-method: "
                        + settings.authenticationMethod() + " is not served here.");
            }
            return metadata;
        } catch (OAuthException refusal) {
            throw new ConfigurationException("Change gatehouse.client." + id + ".*: " + refusal.description() + ".");
        } catch (JsonFormatException e) {
            throw new ConfigurationException("Change gatehouse.client." + id + ".*: " + e.getMessage());
        }
    }

    static JsonObject document(String id, ConfiguredClientSettings settings) {
        var document = Json.createObjectBuilder()
                .add("client_name", settings.name().orElse(id))
                .add("redirect_uris", Json.createArrayBuilder(settings.redirectUris()))
                .add("grant_types", Json.createArrayBuilder(settings.grantTypes()))
                .add("token_endpoint_auth_method", settings.authenticationMethod());
        settings.scope().ifPresent(scope -> document.add("scope", scope));
        settings.jwks().ifPresent(jwks -> document.add("jwks", jwks(id, jwks)));
        settings.jwksUri().ifPresent(uri -> document.add("jwks_uri", uri));
        settings.certificateSubject().ifPresent(subject -> document.add("tls_client_auth_subject_dn", subject));
        return document.build();
    }

    private static JsonObject jwks(String id, String jwks) {
        try {
            return StrictJson.object(jwks.getBytes(StandardCharsets.UTF_8));
        } catch (JsonFormatException e) {
            throw new ConfigurationException("Change gatehouse.client." + id + ".jwks: it must be a JWK set in JSON.");
        }
    }
}
