package dev.gatehouse.oauth.authorize;

import dev.gatehouse.platform.page.PageException;
import dev.gatehouse.platform.page.Redirects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;

/** Ends a flow: sends the browser to the client with the answer, and makes it forget the flow. */
@ApplicationScoped
class Endings {
    @Inject
    AuthorizationFlows flows;

    @Inject
    Redirects redirects;

    Response of(PendingFlow flow, Answer answer) {
        return Response.fromResponse(redirects.to(location(flow.target(), answer)))
                .cookie(flows.forget(flow))
                .build();
    }

    private static String location(RedirectTarget target, Answer answer) {
        return switch (answer) {
            case Answer.Approved approved -> target.withCode(approved.code());
            case Answer.Refused(var error, var description) -> target.withError(error, description);
            case Answer.AlreadyAnswered again -> throw answered();
        };
    }

    private static PageException answered() {
        return new PageException(
                Response.Status.CONFLICT,
                "You have answered already",
                "Your first answer counts. Go back to the application; if it is not connected, connect again.");
    }
}
