package dev.gatehouse.oauth.authorize;

import dev.gatehouse.oauth.attempt.AttemptStep;
import dev.gatehouse.oauth.attempt.CurrentAttempt;
import dev.gatehouse.oauth.client.Clients;
import dev.gatehouse.platform.page.PageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Opens flows to the browsers that began them, fail closed: no flow cookie, no page. */
@ApplicationScoped
class OpenFlows {
    @Inject
    AuthorizationFlows flows;

    @Inject
    Clients clients;

    @Inject
    CurrentAttempt attempt;

    OpenFlow open(String flowId, HttpHeaders headers) {
        attempt.continuesFlow(AttemptStep.CONSENT, flowId);
        var flow = flows.waiting(flowId).orElseThrow(OpenFlows::over);
        var browser = flows.browser(flow, headers).orElseThrow(OpenFlows::otherBrowser);
        var client = clients.byId(flow.clientId()).orElseThrow(OpenFlows::over);
        return new OpenFlow(flow, client, browser);
    }

    private static PageException over() {
        return new PageException(
                Response.Status.GONE,
                "This connection request is over",
                "It was answered already, or it waited too long. Go back to the application and connect again.");
    }

    private static PageException otherBrowser() {
        return new PageException(
                Response.Status.FORBIDDEN,
                "This connection request belongs to another browser",
                "Open the link in the browser in which you started, with cookies allowed, or connect again from the"
                        + " application.");
    }
}
