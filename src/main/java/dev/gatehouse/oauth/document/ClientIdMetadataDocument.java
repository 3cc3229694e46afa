package dev.gatehouse.oauth.document;

import dev.gatehouse.platform.crypto.VerificationKeys;
import dev.gatehouse.platform.json.JsonFormatException;
import dev.gatehouse.platform.json.JsonValues;
import dev.gatehouse.platform.json.Members;
import dev.gatehouse.platform.json.StrictJson;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a client says of itself at the URL that is its id (draft-ietf-oauth-client-id-metadata-document §4), reduced to
 * what is read of it: everything else is ignored, and nothing that it refers to is fetched.
 */
record ClientIdMetadataDocument(JsonObject members, boolean alsoSigns) {
    private static final String NONE = "none";
    private static final String PRIVATE_KEY_JWT = "private_key_jwt";
    private static final Set<String> READ = Set.of(
            "client_name",
            "redirect_uris",
            "grant_types",
            "response_types",
            "scope",
            "jwks",
            "jwks_uri",
            "dpop_bound_access_tokens",
            "require_pushed_authorization_requests");

    /** A client acts for a person here; what it may do by itself is for the operator to say. */
    private static final String OWN_CREDENTIALS = "client_credentials";

    /** The document in the bytes; a {@link JsonFormatException} says what forbids to use it. */
    static ClientIdMetadataDocument parse(byte[] utf8, String clientId) {
        var document = StrictJson.object(utf8);
        var members = new Members(document);
        if (!members.string("client_id").filter(clientId::equals).isPresent()) {
            throw new JsonFormatException("client_id differs from the URL.");
        }
        if (document.containsKey("client_secret") || document.containsKey("client_secret_expires_at")) {
            throw new JsonFormatException("a document that everybody can read must not have a client_secret.");
        }
        if (members.object("jwks")
                .filter(jwks -> VerificationKeys.parse(jwks.toString()).isEmpty())
                .isPresent()) {
            throw new JsonFormatException("jwks must be a JWK set of public keys only.");
        }
        if (members.strings("redirect_uris").filter(uris -> !uris.isEmpty()).isEmpty()) {
            throw new JsonFormatException("redirect_uris is missing.");
        }
        var methods = methods(members);
        return new ClientIdMetadataDocument(reduced(document, members, method(methods)), alsoSigns(document, methods));
    }

    /** The same as of a client that signs. */
    JsonObject signing() {
        return JsonValues.object(members)
                .add("token_endpoint_auth_method", PRIVATE_KEY_JWT)
                .build();
    }

    /** Whether the choice is ours, so that the client, which is not told it, may make the other. */
    private static boolean alsoSigns(JsonObject document, List<String> methods) {
        return methods.containsAll(List.of(NONE, PRIVATE_KEY_JWT))
                && document.containsKey("jwks") != document.containsKey("jwks_uri");
    }

    private static List<String> methods(Members members) {
        return Stream.concat(
                        members.strings("token_endpoint_auth_methods_supported").orElse(List.of()).stream(),
                        members.string("token_endpoint_auth_method").stream())
                .toList();
    }

    /**
     * Of what a client offers (RP metadata choices) or names, {@code none} before {@code private_key_jwt}. What we do
     * not serve becomes {@code none}, but a shared secret, which such a client cannot have.
     */
    private static String method(List<String> methods) {
        if (methods.contains(PRIVATE_KEY_JWT) && !methods.contains(NONE)) {
            return PRIVATE_KEY_JWT;
        }
        if (!methods.isEmpty() && methods.stream().allMatch(name -> name.startsWith("client_secret_"))) {
            throw new JsonFormatException("token_endpoint_auth_method must be none or private_key_jwt.");
        }
        return NONE;
    }

    private static JsonObject reduced(JsonObject document, Members members, String method) {
        var reduced = JsonValues.object();
        READ.stream().filter(document::containsKey).forEach(name -> reduced.add(name, document.get(name)));
        members.strings("grant_types")
                .ifPresent(types -> reduced.add(
                        "grant_types",
                        JsonValues.array(types.stream()
                                .filter(type -> !type.equals(OWN_CREDENTIALS))
                                .toList())));
        return reduced.add("token_endpoint_auth_method", method).build();
    }
}
