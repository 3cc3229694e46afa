package dev.gatehouse.identity.mailbox;

import dev.gatehouse.identity.user.PasswordPolicy;
import dev.gatehouse.identity.user.PasswordProblem;
import dev.gatehouse.identity.user.Person;
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
import jakarta.ws.rs.core.UriInfo;

/** Setting a new password by a link from a letter; the person then signs in with it, second factor and all. */
@Path("/login/reset")
@ApplicationScoped
@Produces(MediaType.TEXT_HTML)
public class PasswordResetResource {
    private static final MailboxPurpose PURPOSE = MailboxPurpose.RESET;

    @Inject
    MailLinkPages pages;

    @Inject
    MailboxChanges changes;

    @Inject
    Users users;

    /** The form. */
    @GET
    public Response form(@Context UriInfo uri, @Context HttpHeaders headers) {
        var link = pages.link(PURPOSE, Parameters.ofQuery(uri.getRequestUri().getRawQuery()));
        return pages.show(PURPOSE, link, Response.Status.OK, "", headers);
    }

    /** Takes the new password and says so; it signs nobody in. */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Response reset(byte[] body, @Context HttpHeaders headers) {
        var form = Parameters.ofForm(body);
        var link = pages.link(PURPOSE, form);
        pages.require(PURPOSE, link, form, headers);
        var password = new Secret(form.text("new_password"));
        return PasswordPolicy.judge(password, link.email(), name(link))
                .map(PasswordProblem::sentence)
                .map(problem -> pages.show(PURPOSE, link, Response.Status.BAD_REQUEST, problem, headers))
                .orElseGet(() -> reset(link, password));
    }

    private String name(OpenedLink link) {
        return users.byEmail(link.email()).map(Person::name).orElse("");
    }

    private Response reset(OpenedLink link, Secret password) {
        return switch (changes.reset(link, users.hash(password))) {
            case MailboxOutcome.Done done -> pages.passwordSet(link);
            case MailboxOutcome.Over over -> throw MailLinkPages.over();
        };
    }
}
