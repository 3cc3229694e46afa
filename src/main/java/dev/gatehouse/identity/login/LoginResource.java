package dev.gatehouse.identity.login;

import dev.gatehouse.platform.crypto.Secret;
import dev.gatehouse.platform.http.Parameters;
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
import java.util.Set;

/** Signing in with e-mail address and password, and out again. */
@Path("/")
@ApplicationScoped
@Produces(MediaType.TEXT_HTML)
public class LoginResource {
    /** The method of RFC 8176 §2. */
    private static final String PASSWORD = "pwd";

    private static final String WRONG =
            "That e-mail address and password do not belong together. Check both and try again.";

    private static final String UNAVAILABLE = "Your password could not be checked, because the directory of your"
            + " organization does not answer. Wait a minute and try again, or sign in another way. If it stays so, tell"
            + " the person who looks after it.";

    @Inject
    Passwords passwords;

    @Inject
    SignIns signIns;

    @Inject
    LoginSessions sessions;

    @Inject
    LoginForms forms;

    @Inject
    Redirects redirects;

    /** The sign-in page; {@code return_to} is the local path to go on to. */
    @GET
    @Path("login")
    public Response form(@Context UriInfo uri, @Context HttpHeaders headers) {
        var target = ReturnTarget.in(Parameters.ofQuery(uri.getRequestUri().getRawQuery()));
        return forms.signIn(headers, target, Response.Status.OK, "", "");
    }

    /** Signs in and goes on, or shows the form again: with 401, or with 429 and {@code Retry-After}. */
    @POST
    @Path("login")
    @Consumes(MediaType.WILDCARD)
    public Response signIn(byte[] body, @Context HttpHeaders headers) {
        var form = Parameters.ofForm(body);
        forms.requireSignIn(headers, form);
        var email = form.text("email");
        return switch (passwords.check(email, new Secret(form.text("password")), headers)) {
            case PasswordCheck.Right(var person) ->
                signIns.oneFactor(person, Set.of(PASSWORD), ReturnTarget.in(form), headers);
            case PasswordCheck.Wrong wrong ->
                forms.signIn(headers, ReturnTarget.in(form), Response.Status.UNAUTHORIZED, email, WRONG);
            case PasswordCheck.Unavailable unavailable ->
                forms.signIn(headers, ReturnTarget.in(form), Response.Status.SERVICE_UNAVAILABLE, email, UNAVAILABLE);
            case PasswordCheck.Throttled(var retryAfter) ->
                forms.throttled(headers, ReturnTarget.in(form), email, retryAfter);
        };
    }

    /** Asks before signing out. */
    @GET
    @Path("logout")
    public Response confirm(@Context UriInfo uri, @Context HttpHeaders headers) {
        var target = ReturnTarget.in(Parameters.ofQuery(uri.getRequestUri().getRawQuery()));
        return sessions.current(headers)
                .map(user -> forms.signOut(headers, user, target))
                .orElseGet(() -> goTo(target));
    }

    /** Signs out and goes on. */
    @POST
    @Path("logout")
    @Consumes(MediaType.WILDCARD)
    public Response signOut(byte[] body, @Context HttpHeaders headers) {
        var form = Parameters.ofForm(body);
        forms.requireSignOut(headers, form);
        return sessions.current(headers)
                .map(user -> farewell(user, ReturnTarget.in(form)))
                .orElseGet(() -> goTo(ReturnTarget.in(form)));
    }

    private Response farewell(SignedInUser user, ReturnTarget target) {
        return Response.fromResponse(goTo(target)).cookie(sessions.end(user)).build();
    }

    private Response goTo(ReturnTarget target) {
        return redirects.toPath(target.path());
    }
}
