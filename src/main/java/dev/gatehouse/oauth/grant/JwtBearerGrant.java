package dev.gatehouse.oauth.grant;

import dev.gatehouse.identity.user.Person;
import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.oauth.error.OAuthException;
import dev.gatehouse.oauth.settings.Scope;
import dev.gatehouse.oauth.token.TokenResponse;
import dev.gatehouse.platform.crypto.JwtClaims;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The JWT bearer grant (RFC 7523 §2.1) for enterprise-managed authorization: the identity provider has decided, so
 * nobody is asked, and there is no refresh token to outlive its decision.
 */
@ApplicationScoped
class JwtBearerGrant implements Grant {
    static final String TYPE = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    @Inject
    IdentityAssertions assertions;

    @Inject
    TrustedIssuers issuers;

    @Inject
    AssertedSubjects subjects;

    @Inject
    RequestedAccess access;

    @Inject
    AssertedGrants grants;

    @Override
    public String grantType() {
        return TYPE;
    }

    @Override
    public boolean served() {
        return issuers.any();
    }

    @Override
    public TokenResponse grant(TokenRequest request) {
        ClientCredentialsGrant.requireAuthenticated(request.client());
        var resource = access.resource(request);
        return switch (assertions.check(request.required("assertion"), request.client(), request.keyThumbprint())) {
            case IdentityAssertions.Check.Asserted asserted -> issue(asserted, request, resource);
            case IdentityAssertions.Check.Refused(var why) -> throw refuse(why, why);
        };
    }

    private TokenResponse issue(IdentityAssertions.Check.Asserted assertion, TokenRequest request, String resource) {
        var scopes = scopes(request, assertion.claims());
        var person = person(assertion);
        // Last: what is refused for any other reason may be presented again.
        if (!assertions.useUp(assertion)) {
            throw refuse("the assertion has been used before", "used before");
        }
        return grants.issue(person, request, scopes, resource);
    }

    private Person person(IdentityAssertions.Check.Asserted assertion) {
        return switch (find(assertion)) {
            case AssertedSubjects.Finding.Found(var person) -> person;
            case AssertedSubjects.Finding.Nobody(var why) ->
                throw refuse(why, why + ": " + assertion.subject() + ", " + assertion.email());
        };
    }

    private AssertedSubjects.Finding find(IdentityAssertions.Check.Asserted assertion) {
        try {
            return subjects.find(assertion.issuer(), assertion.subject(), assertion.email());
        } catch (PersistenceException e) {
            // Two first assertions of a subject at once, with two addresses: now it is known which one counts.
            return subjects.find(assertion.issuer(), assertion.subject(), assertion.email());
        }
    }

    /** Never more than the identity provider allowed. */
    private Set<Scope> scopes(TokenRequest request, JwtClaims claims) {
        var allowed =
                claims.string("scope").map(Scope::known).orElse(request.client().defaultScopes());
        var scopes = access.scopes(request, allowed).stream()
                .filter(Scope::ofResource)
                .filter(scope -> allowed.stream().anyMatch(given -> given.contains(scope)))
                .collect(Collectors.toSet());
        if (scopes.isEmpty()) {
            throw OAuthException.of(OAuthError.INVALID_SCOPE, "the assertion allows none of the scopes asked for");
        }
        return Scope.ordered(scopes);
    }

    private static OAuthException refuse(String description, String reason) {
        return OAuthException.because(OAuthError.INVALID_GRANT, description, reason);
    }
}
