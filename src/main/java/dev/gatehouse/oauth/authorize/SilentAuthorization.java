package dev.gatehouse.oauth.authorize;

import dev.gatehouse.identity.login.SignedInUser;
import dev.gatehouse.identity.organization.ActingOrganizations;
import dev.gatehouse.identity.organization.OrganizationRef;
import dev.gatehouse.oauth.error.OAuthError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * {@code prompt=none} (OpenID Connect Core §3.1.2.1): an answer without any page. Whom the person would have to be
 * asked about is refused; only who was allowed before, or needs no asking, gets a code.
 */
@ApplicationScoped
class SilentAuthorization {
    @Inject
    AuthorizationFlows flows;

    @Inject
    ActingOrganizations acting;

    @Inject
    Consents consents;

    @Inject
    Endings endings;

    Response answer(AuthorizationRequest<FlowEnd.Redirect> request, Optional<SignedInUser> session) {
        var interaction = request.interaction();
        var user = session.filter(interaction::freshEnough)
                .orElseThrow(() -> refuse(request, OAuthError.LOGIN_REQUIRED, "the person must sign in"));
        if (interaction.hintsAtAnother(user)) {
            throw refuse(request, OAuthError.ACCOUNT_SELECTION_REQUIRED, "somebody else is signed in");
        }
        if (!interaction.strongEnough(user)) {
            throw refuse(request, OAuthError.INTERACTION_REQUIRED, "the person must sign in with more than they did");
        }
        var organization = acting.of(user.person())
                .orElseThrow(() ->
                        refuse(request, OAuthError.INTERACTION_REQUIRED, "the person must choose an organization"))
                .organization();
        return approve(request, user, organization);
    }

    private Response approve(
            AuthorizationRequest<FlowEnd.Redirect> request, SignedInUser user, OrganizationRef organization) {
        var basis = consents.spared(request.client(), user.person(), organization, request.scopes())
                .orElseThrow(() -> refuse(request, OAuthError.CONSENT_REQUIRED, "the person must be asked"));
        var flow = flows.begin(request).flow();
        return endings.approve(flow, new Approval(user, organization, request.scopes(), basis));
    }

    private static RedirectedRefusal refuse(
            AuthorizationRequest<FlowEnd.Redirect> request, OAuthError error, String description) {
        return new RedirectedRefusal(request.end().target(), request.client().id(), error, description);
    }
}
