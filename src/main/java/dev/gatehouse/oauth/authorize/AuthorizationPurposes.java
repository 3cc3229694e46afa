package dev.gatehouse.oauth.authorize;

import dev.gatehouse.identity.login.SignInPurpose;
import dev.gatehouse.identity.login.SignInPurposes;
import dev.gatehouse.oauth.client.Clients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Lets the sign-in page say which application is being connected, and lets its form end at that application. */
@ApplicationScoped
class AuthorizationPurposes implements SignInPurposes {
    private static final String PATH = "/oauth/consent?flow=";

    @Inject
    AuthorizationFlows flows;

    @Inject
    Clients clients;

    @Override
    public Optional<SignInPurpose> of(String returnTo) {
        return returnTo.startsWith(PATH)
                ? flows.waiting(returnTo.substring(PATH.length())).flatMap(this::purpose)
                : Optional.empty();
    }

    private Optional<SignInPurpose> purpose(PendingFlow flow) {
        return clients.byId(flow.clientId())
                .map(client -> new SignInPurpose(
                        client.name(),
                        Optional.of(flow.target().uri().cspSource()),
                        flow.interaction().loginHint()));
    }
}
