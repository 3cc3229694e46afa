package dev.gatehouse.identity.account;

import dev.gatehouse.identity.login.OwnerGate;
import dev.gatehouse.identity.login.ReturnTarget;
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
import jakarta.ws.rs.core.UriInfo;
import java.util.function.BiFunction;

/**
 * Adding and removing one's passkeys, which takes a sign-in of the last few minutes, with the second factor if there is
 * one: a passkey counts as both.
 */
@Path(PasskeyChanges.PATH)
@ApplicationScoped
@Produces(MediaType.TEXT_HTML)
public class PasskeysResource {
    @Inject
    OwnerGate gate;

    @Inject
    AccountPages accounts;

    @Inject
    PasskeyChanges passkeys;

    /** The passkeys, and the page whose script makes one more; {@code return_to} is the local path to go on to then. */
    @GET
    public Response form(@Context UriInfo uri, @Context HttpHeaders headers) {
        var target = target(Parameters.ofQuery(uri.getRequestUri().getRawQuery()));
        return gate.pass(headers, here(target), user -> passkeys.show(headers, user, target, Response.Status.OK, ""));
    }

    /** Takes the authenticator's answer, and the name that the person gives it. */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Response add(byte[] body, @Context HttpHeaders headers) {
        return change(
                body,
                headers,
                (user, form) -> passkeys.add(headers, user, form)
                        ? accounts.goOn(target(form))
                        : passkeys.show(
                                headers,
                                user,
                                target(form),
                                Response.Status.BAD_REQUEST,
                                "That passkey could not be added: it is here already, or took too long. Try again."));
    }

    /** Removes one by its id. */
    @POST
    @Path("remove")
    @Consumes(MediaType.WILDCARD)
    public Response remove(byte[] body, @Context HttpHeaders headers) {
        return change(body, headers, (user, form) -> {
            return passkeys.remove(user, form.text("id"))
                    ? accounts.goOn(target(form))
                    : passkeys.show(headers, user, target(form), Response.Status.CONFLICT, SecurityPages.ONLY_WAY);
        });
    }

    private Response change(byte[] body, HttpHeaders headers, BiFunction<SignedInUser, Parameters, Response> change) {
        var form = Parameters.ofForm(body);
        return gate.pass(headers, here(target(form)), user -> {
            accounts.require(headers, user, form);
            return change.apply(user, form);
        });
    }

    /** Where nobody waits for a passkey, this page itself. */
    private static ReturnTarget target(Parameters parameters) {
        return parameters.single("return_to").isPresent() ? ReturnTarget.in(parameters) : PasskeyChanges.HERE;
    }

    private static ReturnTarget here(ReturnTarget target) {
        return target.equals(PasskeyChanges.HERE) ? target : new ReturnTarget(target.by(PasskeyChanges.PATH));
    }
}
