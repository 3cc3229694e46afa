package dev.gatehouse.access;

import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.identity.organization.UsableMembership;
import dev.gatehouse.identity.user.Person;
import dev.gatehouse.oauth.token.AccessToken;
import dev.gatehouse.oauth.token.AccessTokens;
import dev.gatehouse.oauth.token.FamilySubjects;
import dev.gatehouse.oauth.token.TokenVerification;
import dev.gatehouse.platform.standing.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** From an access token to its actor: the person who allowed it, in the organization that they act in now. */
@ApplicationScoped
class OAuthActors {
    @Inject
    AccessTokens accessTokens;

    @Inject
    PersonStandings people;

    @Inject
    Remembered<String, PersonStanding> recent;

    @Inject
    FamilySubjects subjects;

    @Inject
    ProofsOfPossession proofs;

    /**
     * The actor behind a token that is presented as it was issued: plainly, or with a proof of its key (RFC 9449 §7).
     */
    Recognition recognize(PresentedToken presented) {
        return switch (accessTokens.verify(presented.token())) {
            case TokenVerification.Verified(var token) -> proven(token, presented);
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

    private Recognition proven(AccessToken token, PresentedToken presented) {
        return proofs.check(token, presented).orElseGet(() -> issuedToSomebody(token));
    }

    private Recognition issuedToSomebody(AccessToken token) {
        var authorization = token.authorization();
        if (authorization.userId().isEmpty()) {
            return Recognition.forbidden(
                    subjects.of(authorization),
                    "This access token stands for an application that acts for nobody. Connect as a person, or ask the"
                            + " administrator to configure for whom the application acts.");
        }
        var userId = authorization.userId().get();
        return recent.get(userId, () -> people.of(userId))
                .map(standing -> issuedTo(standing.person(), standing.organization(), token))
                .orElseGet(() -> Recognition.invalid(
                        subjects.of(authorization), "The person behind this access token is no longer active."));
    }

    private static Recognition issuedTo(Person person, OrganizationResolution organization, AccessToken token) {
        return switch (organization) {
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
        var permissions = membership.limitedTo(
                permission -> token.authorization().covers(Set.of(OAuthMcpActor.neededFor(permission))));
        return new Recognition.Recognized(
                new OAuthMcpActor(person, membership.organization(), permissions, membership.permissions(), token));
    }

    private static Recognition forbidden(Person person, AccessToken token, String detail) {
        var subject = AuditSubject.person(person.id(), person.email())
                .through(token.authorization().clientId())
                .by(OAuthMcpActor.KIND);
        return Recognition.forbidden(subject, detail);
    }
}
