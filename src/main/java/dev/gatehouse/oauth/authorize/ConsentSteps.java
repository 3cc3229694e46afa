package dev.gatehouse.oauth.authorize;

import dev.gatehouse.identity.login.SignedInUser;
import dev.gatehouse.identity.organization.OrganizationRef;
import dev.gatehouse.oauth.attempt.AttemptStep;
import dev.gatehouse.platform.http.Parameters;
import dev.gatehouse.platform.page.Csrf;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The steps of the authorize flow, in their order: who, in which organization, whether and how far. */
@ApplicationScoped
class ConsentSteps {
    @Inject
    Encounter encounter;

    @Inject
    OrganizationChoices choices;

    @Inject
    Consents consents;

    @Inject
    Endings endings;

    @Inject
    FlowResponses responses;

    Response signIn(OpenFlow open) {
        return encounter.signIn(open);
    }

    /** The next step, from what the flow knows already. */
    Response show(OpenFlow open, SignedInUser user) {
        return encounter.before(open, user).orElseGet(() -> inOrganization(open, user));
    }

    /** Takes what a page of the flow sent. */
    Response take(OpenFlow open, SignedInUser user, Parameters form) {
        Csrf.require(open.browser(), ConsentPages.csrfPurpose(open.flow(), user), form.text("csrf"));
        return switch (form.text("decision")) {
            case "deny" -> endings.deny(open.flow(), user.person());
            case "another" -> encounter.signIn(open);
            case "continue" -> encounter.goOn(open, user);
            case "unable" -> encounter.giveUp(open, user);
            default -> encounter.before(open, user).orElseGet(() -> decide(open, user, form));
        };
    }

    private Response inOrganization(OpenFlow open, SignedInUser user) {
        var offered = choices.of(user.person());
        if (offered.isEmpty()) {
            choices.none(open.flow(), user.person());
            return responses.refuse(
                    user.person().email() + " has app access in no organization",
                    ConsentPages.of(open, user).noOrganization());
        }
        return choices.settled(open.flow(), user.person(), offered)
                .map(organization -> consent(open, user, organization, offered))
                .orElseGet(() -> chooseOrganization(open, user, offered));
    }

    private Response chooseOrganization(OpenFlow open, SignedInUser user, List<OrganizationRef> offered) {
        return responses.show(
                AttemptStep.ORGANIZATION, user, ConsentPages.of(open, user).chooseOrganization(offered));
    }

    private Response consent(
            OpenFlow open, SignedInUser user, OrganizationRef organization, List<OrganizationRef> offered) {
        var flow = open.flow();
        return consents.spared(open.client(), user.person(), organization, flow.scopes())
                .filter(basis -> flow.sparesConsent())
                .map(basis -> endings.approve(flow, new Approval(user, organization, flow.scopes(), basis)))
                .orElseGet(() -> ask(open, user, organization, offered, ""));
    }

    private Response ask(
            OpenFlow open,
            SignedInUser user,
            OrganizationRef organization,
            List<OrganizationRef> offered,
            String problem) {
        return responses.show(
                AttemptStep.CONSENT,
                user,
                ConsentPages.of(open, user).consent(organization, offered.size() > 1, problem));
    }

    private Response decide(OpenFlow open, SignedInUser user, Parameters form) {
        var organization = form.text("organization");
        if (!organization.isEmpty()) {
            choices.choose(open.flow(), user.person(), organization);
            return responses.goOn(open.flow());
        }
        return switch (form.text("decision")) {
            case "approve" ->
                choices.settled(open.flow(), user.person(), choices.of(user.person()))
                        .filter(settled -> settled.slug().equals(form.text("shown_organization")))
                        .map(settled -> allow(open, user, settled, form))
                        .orElseGet(() -> show(open, user));
            case "reconsider" -> chooseOrganization(open, user, choices.of(user.person()));
            default -> show(open, user);
        };
    }

    private Response allow(OpenFlow open, SignedInUser user, OrganizationRef organization, Parameters form) {
        var flow = open.flow();
        return ScopeChoice.granted(
                        flow.scopes(), choice -> !form.text(choice.field()).isEmpty())
                .map(scopes -> endings.approve(flow, new Approval(user, organization, scopes, Approval.Basis.ASKED)))
                .orElseGet(() -> ask(
                        open,
                        user,
                        organization,
                        choices.of(user.person()),
                        "Allow at least one of these, or decline."));
    }
}
