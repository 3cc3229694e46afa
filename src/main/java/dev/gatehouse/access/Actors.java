package dev.gatehouse.access;

import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.identity.apikey.ApiKeys;
import dev.gatehouse.identity.organization.Memberships;
import dev.gatehouse.identity.role.Permission;
import dev.gatehouse.identity.user.Users;
import dev.gatehouse.oauth.settings.Scope;
import dev.gatehouse.oauth.token.AccessToken;
import dev.gatehouse.oauth.token.AccessTokens;
import dev.gatehouse.oauth.token.TokenVerification;
import dev.gatehouse.platform.crypto.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/** From a presented credential to the actor behind it, with the standing that the person has at this moment. */
@ApplicationScoped
class Actors {
    @Inject
    ApiKeys apiKeys;

    @Inject
    AccessTokens accessTokens;

    @Inject
    Users users;

    @Inject
    Memberships memberships;

    @Inject
    OrganizationResolver organizations;

    /** One transaction for all that is read about a caller; a refusal is an answer and undoes nothing. */
    @Transactional(dontRollbackOn = AccessRefusal.class)
    McpActor require(PresentedCredential presented) {
        return switch (presented) {
            case PresentedCredential.ApiKey(var key) -> apiKey(key);
            case PresentedCredential.BearerToken(var token) -> accessToken(token);
            case PresentedCredential.Unsupported(var what) ->
                throw AccessRefusal.invalid("Not accepted: " + what + ".");
            case PresentedCredential.None none ->
                throw new AccessRefusal(
                        AccessRefusal.Kind.MISSING,
                        AuditSubject.anonymous(),
                        "Authentication is required: connect with OAuth, or send an API key as X-API-Key or as Bearer"
                                + " token.");
            case PresentedCredential.Ambiguous twice ->
                throw new AccessRefusal(
                        AccessRefusal.Kind.AMBIGUOUS,
                        AuditSubject.anonymous(),
                        "The request carries two different credentials. Send exactly one: an access token or an API"
                                + " key.");
        };
    }

    private McpActor apiKey(Secret presented) {
        var key = apiKeys.verify(presented)
                .orElseThrow(() -> AccessRefusal.invalid("The API key is unknown, expired or revoked."));
        var issuer = users.byId(key.issuerId())
                .orElseThrow(() -> AccessRefusal.invalid("The person who issued this API key is no longer active."));
        var membership = memberships
                .usable(issuer, key.organizationId())
                .orElseThrow(() -> AccessRefusal.forbidden(
                        AuditSubject.person(issuer.id(), issuer.email()).by("api_key"),
                        "The person who issued this API key no longer has access to the application in its"
                                + " organization."));
        return new ApiKeyMcpActor(
                issuer, membership.organization(), limited(membership.permissions(), key.permissions()::contains), key);
    }

    private McpActor accessToken(Secret presented) {
        return switch (accessTokens.verify(presented)) {
            case TokenVerification.Verified(var token) -> person(token);
            case TokenVerification.NotGenuine notGenuine ->
                throw AccessRefusal.invalid("The token is neither an access token of this server nor an API key.");
            case TokenVerification.Expired expired ->
                throw AccessRefusal.invalid("The access token has expired. Refresh it, or connect again.");
            case TokenVerification.WrongAudience other ->
                throw AccessRefusal.invalid("The access token was issued for another resource.");
            case TokenVerification.Revoked revoked ->
                throw AccessRefusal.invalid("The access token has been revoked. Connect again.");
        };
    }

    private McpActor person(AccessToken token) {
        var authorization = token.authorization();
        var person = users.byId(authorization.userId())
                .orElseThrow(() -> AccessRefusal.invalid("The person behind this access token is no longer active."));
        var subject = AuditSubject.person(person.id(), person.email())
                .through(authorization.clientId())
                .by("oauth_token");
        var membership = switch (organizations.resolve(person)) {
            case OrganizationResolution.Resolved(var resolved) -> resolved;
            case OrganizationResolution.NoMembership none ->
                throw AccessRefusal.forbidden(
                        subject, "This account belongs to no organization. Ask an administrator to invite you to one.");
            case OrganizationResolution.NoAppAccess none ->
                throw AccessRefusal.forbidden(
                        subject,
                        "Your role does not open the application. Ask an administrator of your organization for app"
                                + " access.");
            case OrganizationResolution.ChoiceNeeded several ->
                throw AccessRefusal.forbidden(
                        subject,
                        "This account belongs to several organizations and has chosen none of them."
                                + " Connect again and choose the organization to act in.");
        };
        return new OAuthMcpActor(
                person,
                membership.organization(),
                limited(membership.permissions(), permission -> covers(authorization.scopes(), permission)),
                token);
    }

    /** The scope half of a permission decision: reading needs mcp:read, changing mcp:write; mcp contains both. */
    private static boolean covers(Set<Scope> scopes, Permission permission) {
        var needed = switch (permission.access()) {
            case READ -> Scope.MCP_READ;
            case WRITE -> Scope.MCP_WRITE;
        };
        return scopes.stream().anyMatch(scope -> scope.contains(needed));
    }

    private static Set<Permission> limited(Set<Permission> own, Predicate<Permission> covered) {
        var limited = EnumSet.noneOf(Permission.class);
        own.stream().filter(covered).forEach(limited::add);
        return limited;
    }
}
