package dev.gatehouse.identity.federation;

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

/** Signing in at an OpenID Provider: the way back. */
@Path("/login/callback/{provider}")
@ApplicationScoped
@Produces(MediaType.TEXT_HTML)
public class FederationCallbackResource {
    @Inject
    Providers providers;

    @Inject
    FederatedAnswers answers;

    @Inject
    FederatedSignIns signIns;

    @Inject
    FederationRefusals refusals;

    /** Takes the provider's answer (OpenID Connect Core §3.1.2.5). */
    @GET
    public Response answer(@PathParam("provider") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        var provider = providers.byId(id).orElseThrow(NotFoundException::new);
        var answer = Parameters.ofQuery(uri.getRequestUri().getRawQuery());
        return switch (answers.judge(provider, answer, headers)) {
            case FederatedAnswer.SignedIn signedIn -> signIns.finish(provider, signedIn, headers);
            case FederatedAnswer.Refused(var why) -> throw refusals.notSignedIn(provider, answer, headers, why);
        };
    }

    /** Refused: a link preview must not use an answer up. */
    @HEAD
    public Response look() {
        throw new NotAllowedException("GET");
    }
}
