package dev.gatehouse.oauth.client;

import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.oauth.error.OAuthException;
import dev.gatehouse.oauth.settings.Scope;
import dev.gatehouse.platform.crypto.SigningAlgorithm;
import dev.gatehouse.platform.json.Members;
import jakarta.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a client says of itself (RFC 7591 §2), reduced to what we serve: anything else that it asks for is ignored, not
 * refused.
 */
public record ClientMetadata(
        String clientName,
        List<RedirectUri> redirectUris,
        ClientAuthenticationMethod authenticationMethod,
        ClientKeys keys,
        Set<String> grantTypes,
        String scope,
        boolean dpopBoundAccessTokens,
        boolean requirePushedAuthorizationRequests,
        SigningAlgorithm idTokenAlgorithm) {
    static final String CODE_GRANT = "authorization_code";
    private static final String DEFAULT_NAME = "MCP client";
    private static final int MAX_NAME = 200;
    private static final List<String> DEFAULT_GRANT_TYPES = List.of(CODE_GRANT, "refresh_token");

    static ClientMetadata from(JsonObject document, Supported supported) {
        var members = new Members(document);
        var grantTypes = grantTypes(members, supported.grantTypes());
        var method = authenticationMethod(members, supported.authenticationMethods());
        if (grantTypes.contains(CODE_GRANT)) {
            requireCode(members);
        }
        return new ClientMetadata(
                name(members),
                redirectUris(members, grantTypes, supported.maxRedirectUris()),
                method,
                ClientKeys.of(method, members),
                grantTypes,
                scope(members),
                members.flag("dpop_bound_access_tokens"),
                members.flag("require_pushed_authorization_requests"),
                idTokenAlgorithm(members));
    }

    /** The same of a client that may also sign, where it need not prove itself (RP metadata choices). */
    public ClientMetadata orProvedBy(ClientKeys optional) {
        return new ClientMetadata(
                clientName,
                redirectUris,
                authenticationMethod,
                optional,
                grantTypes,
                scope,
                dpopBoundAccessTokens,
                requirePushedAuthorizationRequests,
                idTokenAlgorithm);
    }

    /** What this server serves at most, of what a client may ask for. */
    record Supported(
            Set<String> grantTypes, Set<ClientAuthenticationMethod> authenticationMethods, int maxRedirectUris) {}

    /** Invisible characters could make a name read as another; they are dropped. */
    private static String name(Members members) {
        var name = members.string("client_name").orElse("");
        // First, because trimming takes quadratic time.
        if (name.length() > MAX_NAME) {
            throw refuse("client_name must not be longer than " + MAX_NAME + " characters.");
        }
        var visible = name.replaceAll("\\p{C}", "").replaceAll("^\\p{Z}+|\\p{Z}+$", "");
        return visible.isEmpty() ? DEFAULT_NAME : visible;
    }

    /** Needed where an authorization response must go (RFC 7591 §2). */
    private static List<RedirectUri> redirectUris(Members members, Set<String> grantTypes, int max) {
        var texts = members.strings("redirect_uris").orElse(List.of());
        if ((texts.isEmpty() && grantTypes.contains(CODE_GRANT)) || texts.size() > max) {
            throw OAuthException.of(
                    OAuthError.INVALID_REDIRECT_URI, "redirect_uris must be an array of one to " + max + " URIs.");
        }
        return texts.stream()
                .map(text -> RedirectUri.parse(text).orElseThrow(ClientMetadata::badRedirectUri))
                .toList();
    }

    private static OAuthException badRedirectUri() {
        return OAuthException.of(
                OAuthError.INVALID_REDIRECT_URI,
                "Every redirect URI must be https, http on localhost, 127.0.0.1 or [::1], or a private-use scheme such"
                        + " as cursor:, without fragment, user information, dot segments or response parameters.");
    }

    /**
     * RFC 7591 §2 makes client_secret_basic the default. A method that we do not serve becomes none: PKCE protects the
     * code.
     */
    private static ClientAuthenticationMethod authenticationMethod(
            Members members, Set<ClientAuthenticationMethod> supported) {
        return members.string("token_endpoint_auth_method")
                .map(name -> ClientAuthenticationMethod.named(name)
                        .filter(supported::contains)
                        .orElse(ClientAuthenticationMethod.NONE))
                .orElse(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    }

    private static Set<String> grantTypes(Members members, Set<String> supported) {
        var requested =
                members.strings("grant_types").filter(list -> !list.isEmpty()).orElse(DEFAULT_GRANT_TYPES);
        var granted = new LinkedHashSet<>(requested);
        granted.retainAll(supported);
        if (granted.isEmpty()) {
            throw refuse("None of the grant_types is served here; served are " + String.join(", ", supported) + ".");
        }
        return granted;
    }

    private static void requireCode(Members members) {
        var types = members.strings("response_types").orElse(List.of("code"));
        if (!types.isEmpty() && !types.contains("code")) {
            throw refuse("response_types must contain code; no other response type is served.");
        }
    }

    private static String scope(Members members) {
        var known = Scope.known(members.string("scope").orElse(""));
        return known.isEmpty() ? String.join(" ", Scope.names()) : Scope.join(known);
    }

    /** OpenID Connect Registration §2 makes RS256 the default; it stands in for what we do not serve, too. */
    private static SigningAlgorithm idTokenAlgorithm(Members members) {
        return members.string("id_token_signed_response_alg")
                .flatMap(SigningAlgorithm::named)
                .orElse(SigningAlgorithm.RS256);
    }

    private static OAuthException refuse(String description) {
        return OAuthException.of(OAuthError.INVALID_CLIENT_METADATA, description);
    }
}
