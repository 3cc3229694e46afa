package dev.gatehouse.oauth.userinfo;

import dev.gatehouse.oauth.dpop.DpopCheck;
import dev.gatehouse.oauth.dpop.DpopProofs;
import dev.gatehouse.oauth.dpop.DpopRequest;
import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.oauth.error.OAuthException;
import dev.gatehouse.oauth.settings.ProtectedResources;
import dev.gatehouse.oauth.settings.Scope;
import dev.gatehouse.platform.crypto.ForeignJwt;
import dev.gatehouse.platform.crypto.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Userinfo (OpenID Connect Core §5.3): the person behind an access token, sent as RFC 6750 §2.1 or RFC 9449 §7 says.
 */
@Path("/oauth/userinfo")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class UserinfoResource {
    private static final String BEARER = "Bearer ";
    private static final String DPOP = "DPoP ";

    @Inject
    UserinfoTokens tokens;

    @Inject
    DpopProofs proofs;

    @Inject
    ProtectedResources resources;

    /** What the token's scopes cover; else 401 or 403 with the challenge of RFC 6750 §3. */
    @GET
    public Userinfo get(@Context HttpHeaders headers) {
        return tell(headers, HttpMethod.GET);
    }

    /** The same, as OpenID Connect Core §5.3.1 demands. */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Userinfo post(@Context HttpHeaders headers) {
        return tell(headers, HttpMethod.POST);
    }

    private Userinfo tell(HttpHeaders headers, String method) {
        return switch (ask(headers, method)) {
            case UserinfoAnswer.Told(var userinfo) -> userinfo;
            case UserinfoAnswer.Worthless(var client, var reason) ->
                throw invalid(client, reason).challenging("Bearer error=\"invalid_token\"");
            case UserinfoAnswer.Unproven(var client, var error, var reason, var nonce) -> {
                var refusal = invalid(client, reason).challenging(challenge(error));
                throw nonce.map(fresh -> refusal.with(DpopRequest.NONCE_HEADER, fresh))
                        .orElse(refusal);
            }
            case UserinfoAnswer.Uncovered(var client) ->
                throw OAuthException.of(OAuthError.INSUFFICIENT_SCOPE, "this access token was granted without openid")
                        .to(client)
                        .challenging("Bearer error=\"insufficient_scope\", scope=\"" + Scope.OPENID.wireName() + "\"");
        };
    }

    private UserinfoAnswer ask(HttpHeaders headers, String method) {
        var proven = presented(headers, DPOP).map(token -> tokens.ask(token, proof(token, headers, method)));
        return proven.or(() -> presented(headers, BEARER).map(token -> tokens.ask(token, Optional.empty())))
                .orElseThrow(() -> OAuthException.of(OAuthError.INVALID_TOKEN, "send an access token as bearer token")
                        .challenging("Bearer"));
    }

    /** None beside a token that is none of ours, so that strangers use up nothing. */
    private Optional<DpopCheck> proof(Secret token, HttpHeaders headers, String method) {
        return tokens.signed(token)
                ? Optional.of(proofs.check(new DpopRequest(
                        all(headers, DpopRequest.HEADER), method, resources.userinfo(), Optional.of(token))))
                : Optional.empty();
    }

    private static OAuthException invalid(String client, String reason) {
        return OAuthException.because(
                        OAuthError.INVALID_TOKEN, "this access token is not valid, or not proven to be yours", reason)
                .to(client);
    }

    private static String challenge(OAuthError error) {
        return "DPoP error=\"" + error.code() + "\", algs=\"" + String.join(" ", ForeignJwt.ALGORITHMS) + "\"";
    }

    private static Optional<Secret> presented(HttpHeaders headers, String scheme) {
        return all(headers, HttpHeaders.AUTHORIZATION).stream()
                .filter(value -> value.regionMatches(true, 0, scheme, 0, scheme.length()))
                .map(value -> new Secret(value.substring(scheme.length()).strip()))
                .findFirst();
    }

    private static List<String> all(HttpHeaders headers, String name) {
        return Objects.requireNonNullElse(headers.getRequestHeader(name), List.of());
    }
}
