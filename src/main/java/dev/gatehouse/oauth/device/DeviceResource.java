package dev.gatehouse.oauth.device;

import dev.gatehouse.oauth.attempt.CurrentAttempt;
import dev.gatehouse.platform.http.Parameters;
import dev.gatehouse.platform.http.RequestInfo;
import dev.gatehouse.platform.limit.Admission;
import dev.gatehouse.platform.limit.Limit;
import dev.gatehouse.platform.limit.Limits;
import dev.gatehouse.platform.limit.Waits;
import dev.gatehouse.platform.page.Forms;
import dev.gatehouse.platform.page.Page;
import dev.gatehouse.platform.page.Redirects;
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
import java.time.Duration;

/** Where a person enters the code that their device shows (RFC 8628 §3.3). */
@Path(DeviceAuthorizations.PAGE)
@ApplicationScoped
@Produces(MediaType.TEXT_HTML)
public class DeviceResource {
    private static final String PURPOSE = "device";
    private static final String USER_CODE = "user_code";
    private static final Limit GUESSES = new Limit("user codes by network", 30, Duration.ofMinutes(10));

    @Inject
    DeviceAuthorizations devices;

    @Inject
    Forms forms;

    @Inject
    Limits limits;

    @Inject
    Redirects redirects;

    @Inject
    CurrentAttempt attempt;

    @Inject
    RequestInfo request;

    /** The form; a code that came with the link is filled in, and still has to be confirmed. */
    @GET
    public Response form(@Context UriInfo uri, @Context HttpHeaders headers) {
        var parameters = Parameters.ofQuery(uri.getRequestUri().getRawQuery());
        return show(headers, Response.Status.OK, UserCode.typed(parameters.text(USER_CODE)), "");
    }

    /** Takes a code and goes on to sign-in, organization and consent, or shows the form again. */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Response enter(byte[] body, @Context HttpHeaders headers) {
        var form = Parameters.ofForm(body);
        forms.require(headers, PURPOSE, form);
        var code = UserCode.typed(form.text(USER_CODE));
        // Counted before it is looked at, so that many guesses at once cannot all slip through (RFC 8628 §5.1).
        return limits.take(GUESSES, request.network()) instanceof Admission.Throttled(var retryAfter)
                ? throttled(headers, code, retryAfter)
                : claim(headers, code);
    }

    private Response claim(HttpHeaders headers, UserCode code) {
        return switch (devices.claim(code, headers)) {
            case Claim.Claimed(var path, var cookie) -> {
                limits.giveBack(GUESSES, request.network());
                yield Response.fromResponse(redirects.toPath(path))
                        .cookie(cookie)
                        .build();
            }
            case Claim.Resumed(var path) -> redirects.toPath(path);
            case Claim.Unknown(var reason) -> {
                attempt.refused(reason);
                yield show(
                        headers,
                        Response.Status.BAD_REQUEST,
                        code,
                        "No device waits for this code. Check it, or start again on the device to get a new one.");
            }
        };
    }

    private Response throttled(HttpHeaders headers, UserCode code, Duration retryAfter) {
        var problem = "There were too many wrong codes. Wait " + Waits.inWords(retryAfter) + ", then try again.";
        return Response.fromResponse(show(headers, Response.Status.TOO_MANY_REQUESTS, code, problem))
                .header(HttpHeaders.RETRY_AFTER, Waits.seconds(retryAfter))
                .build();
    }

    private Response show(HttpHeaders headers, Response.Status status, UserCode code, String problem) {
        return forms.show(
                headers,
                status,
                PURPOSE,
                Page.of("device").with("userCode", code.shown()).with("problem", problem));
    }
}
