package dev.gatehouse.identity.account;

import dev.gatehouse.identity.login.LoginSessions;
import dev.gatehouse.identity.login.SignedInUser;
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
import java.util.Optional;
import java.util.function.BiFunction;

/** Adding and removing one's passkeys, which takes a sign-in of the last few minutes. */
@Path(PasskeyChanges.PATH)
@ApplicationScoped
@Produces(MediaType.TEXT_HTML)
public class PasskeysResource {
    @Inject
    LoginSessions sessions;

    @Inject
    AccountPages accounts;

    @Inject
    PasskeyChanges passkeys;

    /** The passkeys, and the page whose script makes one more. */
    @GET
    public Response form(@Context HttpHeaders headers) {
        return recent(headers)
                .map(user -> passkeys.show(headers, user, Response.Status.OK, ""))
                .orElseGet(this::signInFirst);
    }

    /** Takes the authenticator's answer, and the name that the person gives it. */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Response add(byte[] body, @Context HttpHeaders headers) {
        return change(
                body,
                headers,
                (user, form) -> passkeys.add(headers, user, form)
                        ? passkeys.show(headers, user, Response.Status.OK, "")
                        : passkeys.show(
                                headers,
                                user,
                                Response.Status.BAD_REQUEST,
                                "That passkey could not be added: it is here already, or took too long. Try again."));
    }

    /** Removes one by its id. */
    @POST
    @Path("remove")
    @Consumes(MediaType.WILDCARD)
    public Response remove(byte[] body, @Context HttpHeaders headers) {
        return change(body, headers, (user, form) -> {
            passkeys.remove(user, form.text("id"));
            return passkeys.show(headers, user, Response.Status.OK, "");
        });
    }

    private Response change(byte[] body, HttpHeaders headers, BiFunction<SignedInUser, Parameters, Response> change) {
        var form = Parameters.ofForm(body);
        var user = recent(headers);
        user.ifPresent(present -> accounts.require(headers, present, form));
        return user.map(present -> change.apply(present, form)).orElseGet(this::signInFirst);
    }

    private Optional<SignedInUser> recent(HttpHeaders headers) {
        return sessions.current(headers).filter(accounts::recent);
    }

    private Response signInFirst() {
        return accounts.signInFirst(PasskeyChanges.PATH);
    }
}
