package dev.gatehouse.identity.mailbox;

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

/** Asking for a letter with which to open an account, where that is allowed. */
@Path("/login/sign-up")
@ApplicationScoped
@Produces(MediaType.TEXT_HTML)
public class SignUpResource {
    @Inject
    LetterForms forms;

    /** The form. */
    @GET
    public Response form(@Context UriInfo uri, @Context HttpHeaders headers) {
        var query = Parameters.ofQuery(uri.getRequestUri().getRawQuery());
        return forms.show(MailboxPurpose.SIGN_UP, query, headers);
    }

    /** Takes an e-mail address, and answers the same whosever it is. */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Response ask(byte[] body, @Context HttpHeaders headers) {
        return forms.take(MailboxPurpose.SIGN_UP, Parameters.ofForm(body), headers);
    }
}
