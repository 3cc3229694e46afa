package dev.gatehouse.access;

import dev.gatehouse.audit.AuditSubject;
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
import java.util.Set;

/** From an access token to its actor: the person who allowed it, in the organization that they act in now. */
@ApplicationScoped
class OAuthActors {
    @Inject
    AccessTokens accessTokens;

    @Inject
    Users users;

    @Inject
    OrganizationResolver organizations;

    @Inject
    FamilySubjects subjects;

    Recognition recognize(Secret presented) {
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
                .orElseGet(() -> Recognition.invalid(
                        subjects.of(
                                token.authorization().familyId(),
                                token.authorization().clientId()),
                        "The person behind this access token is no longer active."));
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
