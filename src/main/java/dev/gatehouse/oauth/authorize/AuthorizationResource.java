package dev.gatehouse.oauth.authorize;

import dev.gatehouse.identity.login.LoginSessions;
import dev.gatehouse.oauth.attempt.AttemptStep;
import dev.gatehouse.oauth.attempt.AttemptedRequest;
import dev.gatehouse.oauth.attempt.CurrentAttempt;
import dev.gatehouse.platform.http.MalformedParametersException;
import dev.gatehouse.platform.http.Parameters;
import dev.gatehouse.platform.page.PageException;
import dev.gatehouse.platform.page.Redirects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.Supplier;

/** The authorization endpoint (RFC 6749 §3.1). */
@Path("/oauth/authorize")
@ApplicationScoped
public class AuthorizationResource {
    @Inject
    AuthorizationRequests requests;

    @Inject
    AuthorizationFlows flows;

    @Inject
    CurrentAttempt attempt;

    @Inject
    SilentAuthorization silent;

    @Inject
    LoginSessions sessions;

    @Inject
    Redirects redirects;

    /** Takes a request as a query. */
    @GET
    public Response authorize(@Context UriInfo uri, @Context HttpHeaders headers) {
        return begin(() -> Parameters.ofQuery(uri.getRequestUri().getRawQuery()), headers);
    }

    /** Refused: looking must not begin anything. */
    @HEAD
    public Response look() {
        throw new NotAllowedException("GET", new String[] {"POST"});
    }

    /** Takes a request as a form, as RFC 6749 §3.1 allows. */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Response authorize(byte[] body, @Context HttpHeaders headers) {
        return begin(() -> Parameters.ofForm(body), headers);
    }

    private Response begin(Supplier<Parameters> parameters, HttpHeaders headers) {
        attempt.begins(AttemptStep.REQUESTED, AttemptedRequest.unreadable());
        var request = check(read(parameters));
        if (request.interaction().silent()) {
            return silent.answer(request, sessions.current(headers));
        }
        var begun = flows.begin(request);
        return Response.fromResponse(redirects.toPath(begun.flow().path()))
                .cookie(begun.cookie())
                .build();
    }

    private AuthorizationRequest<FlowEnd.Redirect> check(Parameters parameters) {
        attempt.begins(AttemptStep.REQUESTED, AttemptedRequests.of(parameters));
        try {
            return requests.check(parameters);
        } catch (UnaddressedRefusal refusal) {
            throw refusal.page();
        }
    }

    private static Parameters read(Supplier<Parameters> parameters) {
        try {
            return parameters.get();
        } catch (MalformedParametersException e) {
            throw new PageException(
                    Response.Status.BAD_REQUEST, "This application cannot be connected", e.getMessage());
        }
    }
}
