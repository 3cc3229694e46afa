package dev.gatehouse.access;

import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.identity.apikey.ApiKeys;
import dev.gatehouse.identity.apikey.VerifiedApiKey;
import dev.gatehouse.identity.organization.Memberships;
import dev.gatehouse.identity.organization.UsableMembership;
import dev.gatehouse.identity.role.Permission;
import dev.gatehouse.identity.user.Person;
import dev.gatehouse.identity.user.Users;
import dev.gatehouse.oauth.settings.Scope;
import dev.gatehouse.oauth.token.AccessToken;
import dev.gatehouse.oauth.token.AccessTokens;
import dev.gatehouse.oauth.token.FamilySubjects;
import dev.gatehouse.oauth.token.TokenVerification;
import dev.gatehouse.platform.crypto.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Set;

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

    @Inject
    FamilySubjects subjects;

    /** One transaction for all that is read about a caller. */
    @Transactional
    Recognition recognize(PresentedCredential presented) {
        return switch (presented) {
            case PresentedCredential.ApiKey(var key) -> apiKey(key);
            case PresentedCredential.BearerToken(var token) -> accessToken(token);
            case PresentedCredential.Unsupported(var what) -> Recognition.invalid("Not accepted: " + what + ".");
            case PresentedCredential.None none ->
                new Recognition.Refused(
                        AccessRefusal.Kind.MISSING,
                        AuditSubject.anonymous(),
                        "Authentication is required: connect with OAuth, or send an API key as X-API-Key or as Bearer"
                                + " token.");
            case PresentedCredential.Ambiguous twice ->
                new Recognition.Refused(
                        AccessRefusal.Kind.AMBIGUOUS,
                        AuditSubject.anonymous(),
                        "The request carries two different credentials. Send exactly one: an access token or an API"
                                + " key.");
        };
    }

    private Recognition apiKey(Secret presented) {
        return apiKeys.verify(presented)
                .map(this::issuedBySomebody)
                .orElseGet(() -> Recognition.invalid("The API key is unknown, expired or revoked."));
    }

    private Recognition issuedBySomebody(VerifiedApiKey key) {
        return users.byId(key.issuerId())
                .map(issuer -> issuedBy(issuer, key))
                .orElseGet(() -> Recognition.invalid("The person who issued this API key is no longer active."));
    }

    private Recognition issuedBy(Person issuer, VerifiedApiKey key) {
        return memberships
                .usable(issuer, key.organizationId())
                .<Recognition>map(membership -> new Recognition.Recognized(new ApiKeyMcpActor(
                        issuer, membership.organization(), membership.limitedTo(key.permissions()::contains), key)))
                .orElseGet(() -> Recognition.forbidden(
                        ApiKeyMcpActor.subject(issuer, key),
                        "The person who issued this API key no longer has access to the application in its"
                                + " organization."));
    }

    private Recognition accessToken(Secret presented) {
        return switch (accessTokens.verify(presented)) {
            case TokenVerification.Verified(var token) -> issuedToSomebody(token);
            case TokenVerification.NotGenuine notGenuine ->
                Recognition.invalid("The token is neither an access token of this server nor an API key.");
            case TokenVerification.Expired(var family, var client) ->
                Recognition.invalid(
                        subjects.of(family, client), "The access token has expired. Refresh it, or connect again.");
            case TokenVerification.WrongAudience(var family, var client) ->
                Recognition.invalid(subjects.of(family, client), "The access token was issued for another resource.");
            case TokenVerification.Revoked(var family, var client) ->
                Recognition.invalid(subjects.of(family, client), "The access token has been revoked. Connect again.");
        };
    }

    private Recognition issuedToSomebody(AccessToken token) {
        return users.byId(token.authorization().userId())
                .map(person -> issuedTo(person, token))
                .orElseGet(() -> Recognition.invalid("The person behind this access token is no longer active."));
    }

    private Recognition issuedTo(Person person, AccessToken token) {
        return switch (organizations.resolve(person)) {
            case OrganizationResolution.Resolved(var membership) -> actor(person, membership, token);
            case OrganizationResolution.NoMembership none ->
                forbidden(
                        person,
                        token,
                        "This account belongs to no organization. Ask an administrator to invite you to one.");
            case OrganizationResolution.NoAppAccess none ->
                forbidden(
                        person,
                        token,
                        "Your role does not open the application. Ask an administrator of your organization for app"
                                + " access.");
            case OrganizationResolution.ChoiceNeeded several ->
                forbidden(
                        person,
                        token,
                        "This account belongs to several organizations and has chosen none of them."
                                + " Connect again and choose the organization to act in.");
        };
    }

    private static Recognition actor(Person person, UsableMembership membership, AccessToken token) {
        var permissions = membership.limitedTo(permission -> covers(token, permission));
        return new Recognition.Recognized(new OAuthMcpActor(person, membership.organization(), permissions, token));
    }

    /** The scope half of a permission decision: reading needs mcp:read, changing mcp:write; mcp contains both. */
    private static boolean covers(AccessToken token, Permission permission) {
        return token.authorization()
                .covers(
                        switch (permission.access()) {
                            case READ -> Set.of(Scope.MCP_READ);
                            case WRITE -> Set.of(Scope.MCP_WRITE);
                        });
    }

    private static Recognition forbidden(Person person, AccessToken token, String detail) {
        var subject = AuditSubject.person(person.id(), person.email())
                .through(token.authorization().clientId())
                .by(OAuthMcpActor.KIND);
        return Recognition.forbidden(subject, detail);
    }
}
