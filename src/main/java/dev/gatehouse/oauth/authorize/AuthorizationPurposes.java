package dev.gatehouse.oauth.authorize;

import dev.gatehouse.identity.login.SignInPurpose;
import dev.gatehouse.identity.login.SignInPurposes;
import dev.gatehouse.oauth.attempt.AttemptStep;
import dev.gatehouse.oauth.attempt.CurrentAttempt;
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

    @Inject
    CurrentAttempt attempt;

    @Override
    public Optional<SignInPurpose> of(String returnTo) {
        return flow(returnTo).flatMap(this::purpose);
    }

    @Override
    public void refused(String returnTo, String why) {
        flow(returnTo).ifPresent(flow -> {
            attempt.continuesFlow(AttemptStep.SIGN_IN, flow.id());
            attempt.refused(why);
        });
    }

    private Optional<PendingFlow> flow(String returnTo) {
        return returnTo.startsWith(PATH) ? flows.waiting(returnTo.substring(PATH.length())) : Optional.empty();
    }

    private Optional<SignInPurpose> purpose(PendingFlow flow) {
        attempt.continuesFlow(AttemptStep.SIGN_IN, flow.id());
        attempt.shown(AttemptStep.SIGN_IN, "");
        return clients.byId(flow.clientId())
                .map(client -> new SignInPurpose(
                        client.name(), flow.leadsTo(), flow.interaction().loginHint()));
    }
}
