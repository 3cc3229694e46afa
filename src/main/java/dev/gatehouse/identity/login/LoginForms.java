package dev.gatehouse.identity.login;

import dev.gatehouse.platform.http.Parameters;
import dev.gatehouse.platform.limit.Waits;
import dev.gatehouse.platform.page.Forms;
import dev.gatehouse.platform.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/**
 * The sign-in and sign-out forms; neither counts in another browser than the one in which it was opened (login CSRF).
 */
@ApplicationScoped
class LoginForms {
    private static final String SIGN_IN = "sign-in";
    private static final String SIGN_OUT = "sign-out";

    @Inject
    Forms forms;

    @Inject
    SignInPages pages;

    Response signIn(HttpHeaders headers, ReturnTarget target, Response.Status status, String email, String problem) {
        var page = pages.page("login", target, problem).with("email", email);
        return forms.show(headers, status, SIGN_IN, page);
    }

    /** The form again, with 429: which account it is about, and whether it exists, makes no difference. */
    Response throttled(HttpHeaders headers, ReturnTarget target, String email, Duration retryAfter) {
        var problem = "There were too many attempts. Wait " + Waits.inWords(retryAfter)
                + ", or sign in from a browser in which you have signed in before.";
        return Response.fromResponse(signIn(headers, target, Response.Status.TOO_MANY_REQUESTS, email, problem))
                .header(HttpHeaders.RETRY_AFTER, Waits.seconds(retryAfter))
                .build();
    }

    Response signOut(HttpHeaders headers, SignedInUser user, ReturnTarget target) {
        return forms.show(
                headers,
                Response.Status.OK,
                SIGN_OUT,
                Page.of("logout").with("person", user.person()).with("returnTo", target.path()));
    }

    void requireSignIn(HttpHeaders headers, Parameters form) {
        forms.require(headers, SIGN_IN, form);
    }

    void requireSignOut(HttpHeaders headers, Parameters form) {
        forms.require(headers, SIGN_OUT, form);
    }
}
