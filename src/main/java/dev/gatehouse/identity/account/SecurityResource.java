package dev.gatehouse.identity.account;

import dev.gatehouse.identity.login.LoginSessions;
import dev.gatehouse.identity.login.OwnerGate;
import dev.gatehouse.identity.login.SignedInUser;
import dev.gatehouse.identity.totp.TotpCredentials;
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
import java.util.function.BiFunction;

/** How somebody signs in, and changing that, which takes a sign-in of the last few minutes. */
@Path(SecurityPages.PATH)
@ApplicationScoped
@Produces(MediaType.TEXT_HTML)
public class SecurityResource {
    @Inject
    LoginSessions sessions;

    @Inject
    AccountPages accounts;

    @Inject
    SecurityPages pages;

    @Inject
    SecurityChanges changes;

    @Inject
    TotpCredentials totps;

    @Inject
    OwnerGate gate;

    /** What is set up, and what can be. */
    @GET
    public Response overview(@Context HttpHeaders headers) {
        return sessions.current(headers)
                .map(user -> pages.overview(headers, user))
                .orElseGet(() -> accounts.signInFirst(SecurityPages.PATH));
    }

    /** Makes a new secret for an authenticator app and shows it. */
    @POST
    @Path("totp/begin")
    @Consumes(MediaType.WILDCARD)
    public Response beginTotp(byte[] body, @Context HttpHeaders headers) {
        return change(
                body,
                headers,
                (user, form) -> totps.propose(user.person())
                        .map(secret -> pages.enrolment(headers, user, secret, Response.Status.OK, ""))
                        .orElseGet(() -> pages.overview(headers, user)));
    }

    /** Takes the first code of the app and shows the recovery codes. */
    @POST
    @Path("totp")
    @Consumes(MediaType.WILDCARD)
    public Response addTotp(byte[] body, @Context HttpHeaders headers) {
        return change(
                body,
                headers,
                (user, form) -> changes.addTotp(user.person(), form.text("code").strip())
                        .map(codes -> pages.recoveryCodes(headers, user, codes))
                        .orElseGet(() -> tryAgain(headers, user)));
    }

    /** Forgets the authenticator app and the recovery codes. */
    @POST
    @Path("totp/remove")
    @Consumes(MediaType.WILDCARD)
    public Response removeTotp(byte[] body, @Context HttpHeaders headers) {
        return change(body, headers, (user, form) -> {
            changes.removeTotp(user);
            return pages.overview(headers, user);
        });
    }

    /** Makes new recovery codes and shows them. */
    @POST
    @Path("recovery-codes")
    @Consumes(MediaType.WILDCARD)
    public Response renewRecoveryCodes(byte[] body, @Context HttpHeaders headers) {
        return change(
                body,
                headers,
                (user, form) -> changes.renewRecoveryCodes(user.person())
                        .map(codes -> pages.recoveryCodes(headers, user, codes))
                        .orElseGet(() -> pages.overview(headers, user)));
    }

    /** Ends a link to a provider by its id. */
    @POST
    @Path("links/remove")
    @Consumes(MediaType.WILDCARD)
    public Response removeLink(byte[] body, @Context HttpHeaders headers) {
        return change(body, headers, (user, form) -> {
            return changes.removeLink(user, form.text("id"))
                    ? pages.overview(headers, user)
                    : pages.overview(headers, user, Response.Status.CONFLICT, SecurityPages.ONLY_WAY);
        });
    }

    private Response tryAgain(HttpHeaders headers, SignedInUser user) {
        return totps.proposed(user.person())
                .map(secret -> pages.enrolment(
                        headers,
                        user,
                        secret,
                        Response.Status.BAD_REQUEST,
                        "That code is not right. Check that the clock of your phone is, wait for the next code and try"
                                + " again."))
                .orElseGet(() -> pages.overview(headers, user));
    }

    /** A change counts in the form of one's own session. */
    private Response change(byte[] body, HttpHeaders headers, BiFunction<SignedInUser, Parameters, Response> change) {
        var form = Parameters.ofForm(body);
        return gate.pass(headers, SecurityPages.HERE, user -> {
            accounts.require(headers, user, form);
            return change.apply(user, form);
        });
    }
}
