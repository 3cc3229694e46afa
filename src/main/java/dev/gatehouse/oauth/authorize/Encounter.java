package dev.gatehouse.oauth.authorize;

import dev.gatehouse.identity.login.SignIns;
import dev.gatehouse.identity.login.SignedInUser;
import dev.gatehouse.oauth.attempt.AttemptStep;
import dev.gatehouse.oauth.settings.AuthenticationContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** The first step of a flow, who: somebody who signed in lately and well enough, with the account that they mean. */
@ApplicationScoped
class Encounter {
    @Inject
    AuthorizationFlows flows;

    @Inject
    SignIns signIns;

    @Inject
    Endings endings;

    @Inject
    FlowResponses responses;

    Response signIn(OpenFlow open) {
        return responses.by("/login", open.flow());
    }

    /** Goes on with the account of this session. */
    Response goOn(OpenFlow open, SignedInUser user) {
        flows.continueAs(open.flow(), user.sessionHash());
        return responses.goOn(open.flow());
    }

    /** What comes first when the client asked for more than somebody who is signed in. */
    Optional<Response> before(OpenFlow open, SignedInUser user) {
        var flow = open.flow();
        if (!flow.interaction().freshEnough(user)) {
            return Optional.of(signIn(open));
        }
        if (!flow.interaction().strongEnough(user)) {
            return Optional.of(strengthen(flow, user));
        }
        return flow.accountSettled(user)
                ? Optional.empty()
                : Optional.of(responses.show(
                        AttemptStep.ACCOUNT, user, ConsentPages.of(open, user).chooseAccount()));
    }

    /** RFC 9470 §4: asks for the second factor where that will do and there is one. */
    private Response strengthen(PendingFlow flow, SignedInUser user) {
        var enough = AuthenticationContext.TWO_FACTORS.meets(flow.interaction().contexts());
        return enough && signIns.hasSecondFactor(user.person())
                ? responses.by(SignIns.SECOND_FACTOR_PATH, flow)
                : endings.unmet(flow, user.person());
    }
}
