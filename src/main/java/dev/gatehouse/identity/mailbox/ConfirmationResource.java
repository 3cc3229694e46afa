package dev.gatehouse.identity.mailbox;

import dev.gatehouse.identity.login.SignIns;
import dev.gatehouse.identity.user.PasswordPolicy;
import dev.gatehouse.identity.user.PasswordProblem;
import dev.gatehouse.identity.user.Users;
import dev.gatehouse.platform.crypto.Secret;
import dev.gatehouse.platform.http.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
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
import java.util.Optional;
import java.util.Set;

/** Opening an account by a link from a letter: only then does it exist, and its address is verified. */
@Path("/login/confirm")
@ApplicationScoped
@Produces(MediaType.TEXT_HTML)
public class ConfirmationResource {
    private static final MailboxPurpose PURPOSE = MailboxPurpose.SIGN_UP;
    private static final Set<String> PASSWORD = Set.of("pwd");
    private static final int MAX_NAME = 200;

    @Inject
    MailLinkPages pages;

    @Inject
    MailboxChanges changes;

    @Inject
    Users users;

    @Inject
    SignIns signIns;

    /** The form. */
    @GET
    public Response form(@Context UriInfo uri, @Context HttpHeaders headers) {
        var link = pages.link(PURPOSE, Parameters.ofQuery(uri.getRequestUri().getRawQuery()));
        return pages.show(PURPOSE, link, Response.Status.OK, "", headers);
    }

    /** Takes name and password, signs the new person in and goes on. */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Response confirm(byte[] body, @Context HttpHeaders headers) {
        var form = Parameters.ofForm(body);
        var link = pages.link(PURPOSE, form);
        pages.require(PURPOSE, link, form, headers);
        var name = form.text("name").strip();
        var password = new Secret(form.text("new_password"));
        return problem(name, password, link)
                .map(problem -> pages.show(PURPOSE, link, Response.Status.BAD_REQUEST, problem, headers))
                .orElseGet(() -> confirm(link, name, password, headers));
    }

    private static Optional<String> problem(String name, Secret password, OpenedLink link) {
        return name.isEmpty() || name.length() > MAX_NAME || name.chars().anyMatch(Character::isISOControl)
                ? Optional.of("Tell your name, in at most " + MAX_NAME + " characters.")
                : PasswordPolicy.judge(password, link.email(), name).map(PasswordProblem::sentence);
    }

    private Response confirm(OpenedLink link, String name, Secret password, HttpHeaders headers) {
        return switch (signUp(link, name, users.hash(password))) {
            case MailboxOutcome.Done(var person) -> signIns.oneFactor(person, PASSWORD, link.target(), headers);
            case MailboxOutcome.Over over -> throw MailLinkPages.over();
        };
    }

    private MailboxOutcome signUp(OpenedLink link, String name, String hash) {
        try {
            return changes.signUp(link, name, hash);
        } catch (PersistenceException e) {
            // If the address has become somebody's in this moment, that is found now.
            return changes.signUp(link, name, hash);
        }
    }
}
