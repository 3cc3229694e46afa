package dev.gatehouse.oauth.authorize;

import dev.gatehouse.identity.login.SignedInUser;
import dev.gatehouse.identity.organization.OrganizationRef;
import dev.gatehouse.oauth.client.Client;
import dev.gatehouse.oauth.client.Clients;
import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.platform.crypto.Secret;
import dev.gatehouse.platform.http.Parameters;
import dev.gatehouse.platform.page.Csrf;
import dev.gatehouse.platform.page.Page;
import dev.gatehouse.platform.page.PageException;
import dev.gatehouse.platform.page.Redirects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The steps of the authorize flow, in their order, fail closed: no flow cookie, no page. */
@ApplicationScoped
class ConsentSteps {
    @Inject
    AuthorizationFlows flows;

    @Inject
    Clients clients;

    @Inject
    OrganizationChoices choices;

    @Inject
    Answers answers;

    @Inject
    Redirects redirects;

    /** A waiting flow in the browser that began it. */
    record Step(PendingFlow flow, Client client, Secret browser) {}

    Step open(String flowId, HttpHeaders headers) {
        var flow = flows.waiting(flowId).orElseThrow(ConsentSteps::over);
        var browser = flows.browser(flow, headers).orElseThrow(ConsentSteps::otherBrowser);
        var client = clients.byId(flow.clientId()).orElseThrow(ConsentSteps::over);
        return new Step(flow, client, browser);
    }

    Response signIn(Step step) {
        return redirects.toPath(
                "/login?return_to=" + URLEncoder.encode(step.flow().path(), StandardCharsets.UTF_8));
    }

    Response show(Step step, SignedInUser user) {
        var pages = pages(step, user);
        var offered = choices.of(user.person());
        if (offered.isEmpty()) {
            choices.none(step.flow(), user.person());
            return page(Response.Status.FORBIDDEN, pages.noOrganization());
        }
        var organization = choices.settled(step.flow(), user.person(), offered);
        if (organization.isEmpty()) {
            return page(Response.Status.OK, pages.chooseOrganization(offered));
        }
        return step.client().trusted()
                ? approve(step, user, organization.get(), false)
                : page(Response.Status.OK, pages.consent(organization.get(), offered.size() > 1));
    }

    Response take(Step step, SignedInUser user, Parameters form) {
        Csrf.require(step.browser(), ConsentPages.csrfPurpose(step.flow(), user), form.text("csrf"));
        var organization = form.text("organization");
        if (!organization.isEmpty()) {
            choices.choose(step.flow(), user.person(), organization);
            return redirects.toPath(step.flow().path());
        }
        return switch (form.text("decision")) {
            case "approve" ->
                choices.settled(step.flow(), user.person(), choices.of(user.person()))
                        .filter(settled -> settled.slug().equals(form.text("shown_organization")))
                        .map(settled -> approve(step, user, settled, true))
                        .orElseGet(() -> show(step, user));
            case "deny" -> finish(step, answers.deny(step.flow(), user.person()));
            case "reconsider" ->
                page(Response.Status.OK, pages(step, user).chooseOrganization(choices.of(user.person())));
            default -> show(step, user);
        };
    }

    private Response approve(Step step, SignedInUser user, OrganizationRef organization, boolean consented) {
        return finish(step, answers.approve(step.flow(), user.person(), organization, consented));
    }

    private Response finish(Step step, Answer answer) {
        var target = step.flow().target();
        var location = switch (answer) {
            case Answer.Approved approved -> target.withCode(approved.code());
            case Answer.Denied denied -> target.withError(OAuthError.ACCESS_DENIED, "the person declined");
            case Answer.AlreadyAnswered again -> throw answered();
        };
        return Response.fromResponse(redirects.to(location))
                .cookie(flows.forget(step.flow()))
                .build();
    }

    private static ConsentPages pages(Step step, SignedInUser user) {
        return new ConsentPages(step.flow(), step.client(), user, step.browser());
    }

    private static Response page(Response.Status status, Page page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(page)
                .build();
    }

    private static PageException over() {
        return new PageException(
                Response.Status.GONE,
                "This connection request is over",
                "It was answered already, or it waited too long. Go back to the application and connect again.");
    }

    private static PageException answered() {
        return new PageException(
                Response.Status.CONFLICT,
                "You have answered already",
                "Your first answer counts. Go back to the application; if it is not connected, connect again.");
    }

    private static PageException otherBrowser() {
        return new PageException(
                Response.Status.FORBIDDEN,
                "This connection request belongs to another browser",
                "Open the link in the browser in which you started, with cookies allowed, or connect again from the"
                        + " application.");
    }
}
