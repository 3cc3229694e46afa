package dev.gatehouse.oauth.authorize;

import dev.gatehouse.identity.login.SignIns;
import dev.gatehouse.identity.login.SignedInUser;
import dev.gatehouse.identity.organization.OrganizationRef;
import dev.gatehouse.oauth.attempt.AttemptStep;
import dev.gatehouse.oauth.attempt.CurrentAttempt;
import dev.gatehouse.oauth.settings.AuthenticationContext;
import dev.gatehouse.platform.http.Parameters;
import dev.gatehouse.platform.page.Csrf;
import dev.gatehouse.platform.page.Page;
import dev.gatehouse.platform.page.Redirects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The steps of the authorize flow, in their order: who, in which organization, whether and how far. */
@ApplicationScoped
class ConsentSteps {
    @Inject
    AuthorizationFlows flows;

    @Inject
    SignIns signIns;

    @Inject
    OrganizationChoices choices;

    @Inject
    Consents consents;

    @Inject
    Answers answers;

    @Inject
    Endings endings;

    @Inject
    Redirects redirects;

    @Inject
    CurrentAttempt attempt;

    Response signIn(OpenFlow open) {
        return by("/login", open);
    }

    private Response by(String page, OpenFlow open) {
        return redirects.toPath(
                page + "?return_to=" + URLEncoder.encode(open.flow().path(), StandardCharsets.UTF_8));
    }

    /** The next step, from what the flow knows already. */
    Response show(OpenFlow open, SignedInUser user) {
        return encounter(open, user).orElseGet(() -> inOrganization(open, user));
    }

    /** Takes what a page of the flow sent. */
    Response take(OpenFlow open, SignedInUser user, Parameters form) {
        Csrf.require(open.browser(), ConsentPages.csrfPurpose(open.flow(), user), form.text("csrf"));
        return switch (form.text("decision")) {
            case "deny" -> endings.of(open.flow(), answers.deny(open.flow(), user.person()));
            case "another" -> signIn(open);
            case "continue" -> {
                flows.continueAs(open.flow(), user.sessionHash());
                yield redirects.toPath(open.flow().path());
            }
            default -> encounter(open, user).orElseGet(() -> decide(open, user, form));
        };
    }

    /** What comes first when the client asked for more than somebody who is signed in. */
    private Optional<Response> encounter(OpenFlow open, SignedInUser user) {
        var flow = open.flow();
        if (!flow.interaction().freshEnough(user)) {
            return Optional.of(signIn(open));
        }
        if (!flow.interaction().strongEnough(user)) {
            return Optional.of(strengthen(open, user));
        }
        return flow.accountSettled(user)
                ? Optional.empty()
                : Optional.of(shown(AttemptStep.ACCOUNT, user, pages(open, user).chooseAccount()));
    }

    /** RFC 9470 §4: asks for the second factor where that will do and there is one. */
    private Response strengthen(OpenFlow open, SignedInUser user) {
        var enough = AuthenticationContext.TWO_FACTORS.meets(
                open.flow().interaction().contexts());
        return enough && signIns.hasSecondFactor(user.person())
                ? by(SignIns.SECOND_FACTOR_PATH, open)
                : endings.of(open.flow(), answers.refuseUnmet(open.flow(), user.person()));
    }

    private Response inOrganization(OpenFlow open, SignedInUser user) {
        var offered = choices.of(user.person());
        if (offered.isEmpty()) {
            choices.none(open.flow(), user.person());
            attempt.refused(user.person().email() + " has app access in no organization");
            return page(Response.Status.FORBIDDEN, pages(open, user).noOrganization());
        }
        return choices.settled(open.flow(), user.person(), offered)
                .map(organization -> consent(open, user, organization, offered))
                .orElseGet(() ->
                        shown(AttemptStep.ORGANIZATION, user, pages(open, user).chooseOrganization(offered)));
    }

    private Response consent(
            OpenFlow open, SignedInUser user, OrganizationRef organization, List<OrganizationRef> offered) {
        var flow = open.flow();
        return consents.spared(open.client(), user.person(), organization, flow.scopes())
                .filter(basis -> flow.sparesConsent())
                .map(basis -> approve(flow, new Approval(user, organization, flow.scopes(), basis)))
                .orElseGet(() -> shown(
                        AttemptStep.CONSENT, user, pages(open, user).consent(organization, offered.size() > 1, "")));
    }

    private Response decide(OpenFlow open, SignedInUser user, Parameters form) {
        var organization = form.text("organization");
        if (!organization.isEmpty()) {
            choices.choose(open.flow(), user.person(), organization);
            return redirects.toPath(open.flow().path());
        }
        return switch (form.text("decision")) {
            case "approve" ->
                choices.settled(open.flow(), user.person(), choices.of(user.person()))
                        .filter(settled -> settled.slug().equals(form.text("shown_organization")))
                        .map(settled -> allow(open, user, settled, form))
                        .orElseGet(() -> show(open, user));
            case "reconsider" ->
                shown(AttemptStep.ORGANIZATION, user, pages(open, user).chooseOrganization(choices.of(user.person())));
            default -> show(open, user);
        };
    }

    private Response allow(OpenFlow open, SignedInUser user, OrganizationRef organization, Parameters form) {
        var flow = open.flow();
        return ScopeChoice.granted(
                        flow.scopes(), choice -> !form.text(choice.field()).isEmpty())
                .map(scopes -> approve(flow, new Approval(user, organization, scopes, Approval.Basis.ASKED)))
                .orElseGet(() -> shown(
                        AttemptStep.CONSENT,
                        user,
                        pages(open, user)
                                .consent(
                                        organization,
                                        choices.of(user.person()).size() > 1,
                                        "Allow at least one of these, or decline.")));
    }

    private Response approve(PendingFlow flow, Approval approval) {
        return endings.of(flow, answers.approve(flow, approval));
    }

    private static ConsentPages pages(OpenFlow open, SignedInUser user) {
        return new ConsentPages(open.flow(), open.client(), user, open.browser());
    }

    private Response shown(AttemptStep step, SignedInUser user, Page page) {
        attempt.shown(step, user.person().email());
        return page(Response.Status.OK, page);
    }

    private static Response page(Response.Status status, Page page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(page)
                .build();
    }
}
