package dev.gatehouse.oauth.authorize;

import dev.gatehouse.identity.login.ReturnTarget;
import dev.gatehouse.identity.login.SignedInUser;
import dev.gatehouse.oauth.attempt.AttemptStep;
import dev.gatehouse.oauth.attempt.CurrentAttempt;
import dev.gatehouse.platform.page.Page;
import dev.gatehouse.platform.page.Redirects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What a browser gets on its way through a flow: a page, of which the trace is told, or the way to another one. */
@ApplicationScoped
class FlowResponses {
    @Inject
    CurrentAttempt attempt;

    @Inject
    Redirects redirects;

    /** The page of a step. */
    Response show(AttemptStep step, SignedInUser user, Page page) {
        attempt.shown(step, user.person().email());
        return page(Response.Status.OK, page);
    }

    /** A page on which the way ends, and why. */
    Response refuse(String reason, Page page) {
        attempt.refused(reason);
        return page(Response.Status.FORBIDDEN, page);
    }

    /** To the next step, now that the flow knows more. */
    Response goOn(PendingFlow flow) {
        return redirects.toPath(flow.path());
    }

    /** To a page of the sign-in, and from there to the next step. */
    Response by(String page, PendingFlow flow) {
        return redirects.toPath(new ReturnTarget(flow.path()).by(page));
    }

    private static Response page(Response.Status status, Page page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(page)
                .build();
    }
}
