package dev.gatehouse.identity.account;

import dev.gatehouse.identity.login.OwnerGate;
import dev.gatehouse.identity.login.PasswordCheck;
import dev.gatehouse.identity.login.Passwords;
import dev.gatehouse.identity.login.ReturnTarget;
import dev.gatehouse.identity.login.SignedInUser;
import dev.gatehouse.identity.user.PasswordPolicy;
import dev.gatehouse.identity.user.PasswordProblem;
import dev.gatehouse.identity.user.Users;
import dev.gatehouse.platform.crypto.Secret;
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
import java.time.Duration;

/** Changing one's password, which asks for the old one and ends every other session and every connection. */
@Path("/account/password")
@ApplicationScoped
@Produces(MediaType.TEXT_HTML)
public class AccountPasswordResource {
    private static final ReturnTarget HERE = new ReturnTarget("/account/password");

    @Inject
    OwnerGate gate;

    @Inject
    AccountPages pages;

    @Inject
    Passwords passwords;

    @Inject
    Users users;

    @Inject
    PasswordChanges changes;

    /** The form. */
    @GET
    public Response form(@Context HttpHeaders headers) {
        return gate.passByPassword(headers, HERE, user -> show(headers, user, Response.Status.OK, ""));
    }

    /** Takes the old password, and the new one twice. */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Response change(byte[] body, @Context HttpHeaders headers) {
        var form = Parameters.ofForm(body);
        return gate.passByPassword(headers, HERE, user -> change(user, form, headers));
    }

    private Response change(SignedInUser user, Parameters form, HttpHeaders headers) {
        pages.require(headers, user, form);
        var person = user.person();
        if (!users.hasPassword(person)) {
            return refuse(headers, user, "Your password is not kept here. Change it where you sign in with it.");
        }
        var chosen = new Secret(form.text("new_password"));
        var problem = PasswordPolicy.judge(chosen, person.email(), person.name());
        if (problem.isPresent()) {
            return refuse(headers, user, problem.map(PasswordProblem::sentence).get());
        }
        if (!chosen.matches(new Secret(form.text("new_password_again")).hash())) {
            return refuse(headers, user, "The new passwords differ. Type the same one twice.");
        }
        return switch (passwords.check(person.email(), new Secret(form.text("password")), headers)) {
            case PasswordCheck.Right right -> replace(user, chosen, headers);
            case PasswordCheck.Wrong wrong -> refuse(headers, user, "That is not your present password. Try again.");
            case PasswordCheck.Unavailable unavailable ->
                refuse(headers, user, "That is not your present password. Try again.");
            case PasswordCheck.Throttled(Duration retryAfter) ->
                pages.throttled(
                        show(headers, user, Response.Status.TOO_MANY_REQUESTS, pages.wait(retryAfter)), retryAfter);
        };
    }

    private Response replace(SignedInUser user, Secret chosen, HttpHeaders headers) {
        if (!changes.replace(user, users.hash(chosen), headers)) {
            return pages.signInFirst(HERE.path());
        }
        return pages.done(
                "Your password is changed",
                "You are signed out everywhere else, and applications that you had connected must be connected again."
                        + " Use the new password from now on.");
    }

    private Response refuse(HttpHeaders headers, SignedInUser user, String problem) {
        return show(headers, user, Response.Status.BAD_REQUEST, problem);
    }

    private Response show(HttpHeaders headers, SignedInUser user, Response.Status status, String problem) {
        return pages.show(
                headers, user, status, pages.page("account-password", user).with("problem", problem));
    }
}
