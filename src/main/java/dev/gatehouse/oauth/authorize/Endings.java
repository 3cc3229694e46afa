package dev.gatehouse.oauth.authorize;

import dev.gatehouse.identity.user.Person;
import dev.gatehouse.platform.page.Page;
import dev.gatehouse.platform.page.PageException;
import dev.gatehouse.platform.page.Redirects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * Ends a flow with an answer: sends the browser to the client with it, or the person back to their device, and makes
 * the browser forget the flow.
 */
@ApplicationScoped
class Endings {
    @Inject
    AuthorizationFlows flows;

    @Inject
    Answers answers;

    @Inject
    Redirects redirects;

    /** The client may. */
    Response approve(PendingFlow flow, Approval approval) {
        return of(flow, answers.approve(flow, approval));
    }

    /** The person declined. */
    Response deny(PendingFlow flow, Person person) {
        return of(flow, answers.deny(flow, person));
    }

    /** The client wants a better sign-in than the person has. */
    Response unmet(PendingFlow flow, Person person) {
        return of(flow, answers.refuseUnmet(flow, person));
    }

    private Response of(PendingFlow flow, Answer answer) {
        var response = switch (flow.end()) {
            case FlowEnd.Redirect(var target, var requested, var challenge, var nonce, var key) ->
                redirects.to(location(target, answer));
            case FlowEnd.Device device -> page(answer);
        };
        return Response.fromResponse(response).cookie(flows.forget(flow)).build();
    }

    private static String location(RedirectTarget target, Answer answer) {
        return switch (answer) {
            case Answer.Approved(var code) -> target.withCode(code);
            case Answer.Refused(var error, var description) -> target.withError(error, description);
            case Answer.Connected connected -> throw new IllegalStateException("a device at a redirect URI");
            case Answer.AlreadyAnswered again -> throw answered();
        };
    }

    /** RFC 8628 §3.3: the person is told to go back to the device, which finds out by itself. */
    private static Response page(Answer answer) {
        return switch (answer) {
            case Answer.Connected connected -> done("Your device is connected", "Go back to it; it goes on by itself.");
            case Answer.Refused refused ->
                done("Your device is not connected", "It gets no access. You can close this page.");
            case Answer.Approved approved -> throw new IllegalStateException("a code for a device");
            case Answer.AlreadyAnswered again -> throw answered();
        };
    }

    private static Response done(String title, String message) {
        return Response.ok(Page.of("device-done").with("title", title).with("message", message))
                .type(MediaType.TEXT_HTML_TYPE)
                .build();
    }

    private static PageException answered() {
        return new PageException(
                Response.Status.CONFLICT,
                "You have answered already",
                "Your first answer counts. Go back to the application; if it is not connected, connect again.");
    }
}
