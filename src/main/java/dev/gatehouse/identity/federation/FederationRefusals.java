package dev.gatehouse.identity.federation;

import dev.gatehouse.identity.login.ReturnTarget;
import dev.gatehouse.identity.login.SignInPurposes;
import dev.gatehouse.platform.http.Parameters;
import dev.gatehouse.platform.page.PageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Sign-ins at a provider that came to nothing: what the person reads, and what those who sent them here are told. */
@ApplicationScoped
class FederationRefusals {
    @Inject
    FederatedFlows flows;

    @Inject
    @Any
    Instance<SignInPurposes> purposes;

    PageException unreachable(Provider provider, ReturnTarget target) {
        var why = provider.name() + ": the provider does not tell its metadata";
        tell(target, why);
        return new PageException(
                Response.Status.BAD_GATEWAY,
                provider.name() + " cannot be reached",
                "Signing in there does not work at the moment. Go back and sign in another way, or try again later.",
                why);
    }

    PageException notSignedIn(Provider provider, Parameters answer, HttpHeaders headers, String reason) {
        var why = provider.name() + ": " + reason;
        flows.target(answer.text("state"), headers).ifPresent(target -> tell(target, why));
        return new PageException(
                Response.Status.FORBIDDEN,
                "You were not signed in",
                provider.name() + " did not sign you in for this browser, or it took too long. Go back to where you"
                        + " came from and sign in again.",
                why);
    }

    private void tell(ReturnTarget target, String why) {
        purposes.forEach(known -> known.refused(target.path(), why));
    }
}
