package dev.gatehouse.identity.federation;

import dev.gatehouse.identity.federation.FederatedFlows.Unlinked;
import dev.gatehouse.identity.login.OwnerGate;
import dev.gatehouse.platform.http.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Asks somebody back from a provider which account here is theirs; they prove it by signing in to it. */
@Path(FederatedSignIns.LINK_PATH)
@ApplicationScoped
@Produces(MediaType.TEXT_HTML)
public class AccountLinkResource {
    @Inject
    FederatedFlows flows;

    @Inject
    OwnerGate gate;

    @Inject
    AccountLinks links;

    /** Asks to sign in, and then whether to link. */
    @GET
    public Response ask(@Context UriInfo uri, @Context HttpHeaders headers) {
        var unlinked = unlinked(Parameters.ofQuery(uri.getRequestUri().getRawQuery()), headers);
        return gate.pass(headers, links.page(unlinked), user -> links.ask(unlinked, user, headers));
    }

    /** Links the account of the person who is signed in, and goes on. */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Response link(byte[] body, @Context HttpHeaders headers) {
        var form = Parameters.ofForm(body);
        var unlinked = unlinked(form, headers);
        return gate.pass(headers, links.page(unlinked), user -> {
            links.require(unlinked, user, form, headers);
            return links.link(unlinked, user.person());
        });
    }

    private Unlinked unlinked(Parameters parameters, HttpHeaders headers) {
        return flows.unlinked(parameters.text("state"), headers).orElseThrow(AccountLinks::over);
    }
}
