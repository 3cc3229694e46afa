package dev.gatehouse.oauth.authorize;

import dev.gatehouse.identity.login.SignIns;
import dev.gatehouse.identity.login.SignedInUser;
import dev.gatehouse.identity.passkey.Passkeys;
import dev.gatehouse.oauth.attempt.AttemptStep;
import dev.gatehouse.oauth.settings.AuthenticationContext;
import dev.gatehouse.platform.page.Page;
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
    Passkeys passkeys;

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
            return Optional.of(strengthen(open, user));
        }
        return flow.accountSettled(user)
                ? Optional.empty()
                : Optional.of(responses.show(
                        AttemptStep.ACCOUNT, user, ConsentPages.of(open, user).chooseAccount()));
    }

    /** The person cannot sign in as well as the client wants (RFC 9470 §5). */
    Response giveUp(OpenFlow open, SignedInUser user) {
        return open.flow().interaction().strongEnough(user)
                ? responses.goOn(open.flow())
                : endings.unmet(open.flow(), user.person());
    }

    /** RFC 9470 §4: asks for the second factor where that will do and there is one, else for a passkey. */
    private Response strengthen(OpenFlow open, SignedInUser user) {
        var enough = AuthenticationContext.TWO_FACTORS.meets(
                open.flow().interaction().contexts());
        return enough && signIns.hasSecondFactor(user.person())
                ? responses.by(SignIns.SECOND_FACTOR_PATH, open.flow())
                : responses.show(AttemptStep.SIGN_IN, user, askForPasskey(open, user));
    }

    private Page askForPasskey(OpenFlow open, SignedInUser user) {
        return ConsentPages.of(open, user).passkey(!passkeys.of(user.person()).isEmpty());
    }
}
