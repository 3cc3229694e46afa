package dev.gatehouse.identity.federation;

import dev.gatehouse.identity.login.ReturnTarget;
import dev.gatehouse.platform.http.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Signing in at an OpenID Provider: the way there. */
@Path("/login/with/{provider}")
@ApplicationScoped
@Produces(MediaType.TEXT_HTML)
public class FederationResource {
    @Inject
    Providers providers;

    @Inject
    AuthenticationRequests requests;

    @Inject
    FederationRefusals refusals;

    /** To the provider; {@code return_to} is the local path to go on to afterwards. */
    @GET
    public Response begin(@PathParam("provider") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        var provider = provider(id);
        var target = ReturnTarget.in(query(uri));
        return requests.begin(provider, target, headers).orElseThrow(() -> refusals.unreachable(provider, target));
    }

    /** Refused: looking must not begin anything. */
    @HEAD
    public Response look() {
        throw new NotAllowedException("GET");
    }

    private Provider provider(String id) {
        return providers.byId(id).orElseThrow(NotFoundException::new);
    }

    private static Parameters query(UriInfo uri) {
        return Parameters.ofQuery(uri.getRequestUri().getRawQuery());
    }
}
