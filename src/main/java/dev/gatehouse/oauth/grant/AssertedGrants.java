package dev.gatehouse.oauth.grant;

import dev.gatehouse.identity.user.Person;
import dev.gatehouse.oauth.error.OAuthAction;
import dev.gatehouse.oauth.settings.OAuthSettings;
import dev.gatehouse.oauth.settings.Scope;
import dev.gatehouse.oauth.token.Authorization;
import dev.gatehouse.oauth.token.Issuance;
import dev.gatehouse.oauth.token.TokenFamilies;
import dev.gatehouse.oauth.token.TokenIssuer;
import dev.gatehouse.oauth.token.TokenResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Begins a family for what an identity provider asserted, and issues its one token, in one transaction. */
@ApplicationScoped
class AssertedGrants {
    @Inject
    TokenFamilies families;

    @Inject
    TokenIssuer tokens;

    @Inject
    OAuthSettings settings;

    @Inject
    Clock clock;

    @Transactional
    TokenResponse issue(Person person, TokenRequest request, Set<Scope> scopes, String resource) {
        var authorization = new Authorization(
                UUID.randomUUID().toString(),
                Optional.of(person.id()),
                request.client().id(),
                scopes,
                resource,
                clock.instant().plus(settings.accessTokenLifetime()),
                request.keyThumbprint());
        families.begin(authorization);
        return tokens.issue(Issuance.of(request.client(), authorization, OAuthAction.IDENTITY_ASSERTED));
    }
}
