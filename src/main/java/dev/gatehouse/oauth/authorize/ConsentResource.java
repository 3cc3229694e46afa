package dev.gatehouse.oauth.authorize;

import dev.gatehouse.identity.login.LoginSessions;
import dev.gatehouse.platform.http.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/**
 * The person's part of an authorization: which organization, and whether at all. Each step is told by the flow's state,
 * not by the URL.
 */
@Path("/oauth/consent")
@ApplicationScoped
@Produces(MediaType.TEXT_HTML)
public class ConsentResource {
    @Inject
    OpenFlows flows;

    @Inject
    ConsentSteps steps;

    @Inject
    LoginSessions sessions;

    /** Shows the next step of a flow: sign-in, organization, consent. */
    @GET
    public Response next(@Context UriInfo uri, @Context HttpHeaders headers) {
        var open =
                flows.open(Parameters.ofQuery(uri.getRequestUri().getRawQuery()).text("flow"), headers);
        return sessions.current(headers).map(user -> steps.show(open, user)).orElseGet(() -> steps.signIn(open));
    }

    /** Refused: a link preview must not answer for a person. */
    @HEAD
    public Response look() {
        throw new NotAllowedException("GET", new String[] {"POST"});
    }

    /**
     * Takes an answer: {@code organization} by its slug, or {@code decision} as {@code approve} with the ticked scopes,
     * {@code deny}, {@code reconsider} (the organization), {@code continue} or {@code another} (the account), or
     * {@code unable} (to sign in with a passkey).
     */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Response answer(byte[] body, @Context HttpHeaders headers) {
        var form = Parameters.ofForm(body);
        var open = flows.open(form.text("flow"), headers);
        return sessions.current(headers)
                .map(user -> steps.take(open, user, form))
                .orElseGet(() -> steps.signIn(open));
    }
}
