package dev.gatehouse.identity.passkey;

import dev.gatehouse.identity.login.ReturnTarget;
import dev.gatehouse.identity.login.SignInPages;
import dev.gatehouse.identity.login.SignIns;
import dev.gatehouse.platform.http.Parameters;
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
import java.util.Set;

/** Signing in with a passkey, which is two factors: the device, and what it asks of its owner. */
@Path("/login/passkey")
@ApplicationScoped
@Produces(MediaType.TEXT_HTML)
public class PasskeySignInResource {
    private static final Set<String> METHODS = Set.of("hwk", "user", "mfa");

    @Inject
    PasskeySignIns passkeys;

    @Inject
    PasskeyPages pages;

    @Inject
    SignInPages signInPages;

    @Inject
    SignIns signIns;

    @Inject
    Forms forms;

    /** The page whose script asks the browser for a passkey; {@code return_to} is the local path to go on to. */
    @GET
    public Response form(@Context UriInfo uri, @Context HttpHeaders headers) {
        var target = ReturnTarget.in(Parameters.ofQuery(uri.getRequestUri().getRawQuery()));
        return show(headers, target, Response.Status.OK, "");
    }

    /** Takes the authenticator's answer and goes on. */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Response answer(byte[] body, @Context HttpHeaders headers) {
        var form = Parameters.ofForm(body);
        var target = ReturnTarget.in(form);
        forms.require(headers, PasskeySignIns.PURPOSE, form);
        return passkeys.person(form, headers)
                .map(person -> signIns.allFactors(person, METHODS, target, headers))
                .orElseGet(() -> show(
                        headers,
                        target,
                        Response.Status.UNAUTHORIZED,
                        "That passkey does not open an account here. Try another one, or sign in with your password."));
    }

    private Response show(HttpHeaders headers, ReturnTarget target, Response.Status status, String problem) {
        var page = signInPages.page("passkey-sign-in", target, problem).with("login", target.by("/login"));
        return pages.show(
                headers,
                PasskeySignIns.PURPOSE,
                page,
                shown -> forms.show(headers, status, PasskeySignIns.PURPOSE, shown));
    }
}
