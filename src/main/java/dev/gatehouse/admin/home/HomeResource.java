package dev.gatehouse.admin.home;

import dev.gatehouse.identity.login.LoginSessions;
import dev.gatehouse.oauth.settings.ProtectedResources;
import dev.gatehouse.platform.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** The front page: which address to connect to, and who is signed in. */
@Path("/")
@ApplicationScoped
public class HomeResource {
    @Inject
    LoginSessions sessions;

    @Inject
    ProtectedResources resources;

    /** The page. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public Page home(@Context HttpHeaders headers) {
        var email = sessions.current(headers).map(user -> user.person().email()).orElse("");
        return Page.of("home").with("endpoint", resources.audience()).with("email", email);
    }
}
