package dev.gatehouse.identity.totp;

import dev.gatehouse.identity.login.HalfSignedIn;
import dev.gatehouse.identity.login.ReturnTarget;
import dev.gatehouse.identity.login.SignInPages;
import dev.gatehouse.identity.login.SignIns;
import dev.gatehouse.platform.http.Parameters;
import dev.gatehouse.platform.limit.Waits;
import dev.gatehouse.platform.page.Forms;
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
import java.util.Set;

/**
 * Asks for a second factor: on the way in after the password, or of somebody signed in when what they go on to demands
 * one.
 */
@Path(SignIns.SECOND_FACTOR_PATH)
@ApplicationScoped
@Produces(MediaType.TEXT_HTML)
public class SecondFactorResource {
    private static final String PURPOSE = "second-factor";
    private static final Set<String> METHODS = Set.of("otp", "mfa");

    @Inject
    SignIns signIns;

    @Inject
    SecondFactorCodes codes;

    @Inject
    Forms forms;

    @Inject
    SignInPages pages;

    /** The page that asks for a code; {@code return_to} is the local path to go on to. */
    @GET
    public Response form(@Context UriInfo uri, @Context HttpHeaders headers) {
        var target = ReturnTarget.in(Parameters.ofQuery(uri.getRequestUri().getRawQuery()));
        return signIns.half(headers)
                .map(half -> show(headers, half, target, Response.Status.OK, ""))
                .orElseGet(() -> signIns.startOver(target));
    }

    /** Takes a code of the person's app or one of their recovery codes, and goes on. */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Response answer(byte[] body, @Context HttpHeaders headers) {
        var form = Parameters.ofForm(body);
        var target = ReturnTarget.in(form);
        forms.require(headers, PURPOSE, form);
        return signIns.half(headers)
                .map(half -> judge(half, form.text("code"), target, headers))
                .orElseGet(() -> signIns.startOver(target));
    }

    private Response judge(HalfSignedIn half, String code, ReturnTarget target, HttpHeaders headers) {
        return switch (codes.check(half.person(), code, headers)) {
            case CodeCheck.Right right -> signIns.secondFactor(half, METHODS, target, headers);
            case CodeCheck.Wrong wrong ->
                show(
                        headers,
                        half,
                        target,
                        Response.Status.UNAUTHORIZED,
                        "That code is not right, or it was used already. Wait for the next one and try again.");
            case CodeCheck.Throttled(var retryAfter) -> throttled(half, target, retryAfter, headers);
        };
    }

    private Response throttled(HalfSignedIn half, ReturnTarget target, Duration retryAfter, HttpHeaders headers) {
        var problem = "There were too many attempts. Wait " + Waits.inWords(retryAfter) + ", then try again.";
        return Response.fromResponse(show(headers, half, target, Response.Status.TOO_MANY_REQUESTS, problem))
                .header(HttpHeaders.RETRY_AFTER, Waits.seconds(retryAfter))
                .build();
    }

    private Response show(
            HttpHeaders headers, HalfSignedIn half, ReturnTarget target, Response.Status status, String problem) {
        var template = codes.expectedOf(half.person()) ? "second-factor" : "second-factor-missing";
        var page = pages.page(template, target, problem).with("person", half.person());
        return forms.show(headers, status, PURPOSE, page);
    }
}
