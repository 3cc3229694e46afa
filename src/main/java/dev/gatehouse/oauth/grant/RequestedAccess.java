package dev.gatehouse.oauth.grant;

import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.oauth.error.OAuthException;
import dev.gatehouse.oauth.settings.ProtectedResources;
import dev.gatehouse.oauth.settings.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a token request asks for where no person has decided before: scopes (RFC 6749 §3.3) and resource (RFC 8707 §2).
 */
@ApplicationScoped
class RequestedAccess {
    @Inject
    ProtectedResources resources;

    /** The scopes of the resource that are asked for, or those given; other scopes mean nothing without a person. */
    Set<Scope> scopes(TokenRequest request, Set<Scope> otherwise) {
        var scope = request.optional("scope");
        if (scope.isEmpty()) {
            return otherwise;
        }
        var known = Scope.known(scope.get()).stream().filter(Scope::ofResource).collect(Collectors.toSet());
        if (known.isEmpty()) {
            throw OAuthException.of(
                    OAuthError.INVALID_SCOPE, "scope must name one of " + String.join(" ", Scope.resourceNames()));
        }
        return Scope.ordered(known);
    }

    /** The canonical name of the resource; a request that names another is refused. */
    String resource(TokenRequest request) {
        if (!request.resources().stream().allMatch(resources::known)) {
            throw OAuthException.of(OAuthError.INVALID_TARGET, "resource must be " + resources.audience());
        }
        return resources.audience();
    }
}
