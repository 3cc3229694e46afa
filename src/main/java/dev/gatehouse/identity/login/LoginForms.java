package dev.gatehouse.identity.login;

import dev.gatehouse.platform.crypto.Secret;
import dev.gatehouse.platform.limit.Waits;
import dev.gatehouse.platform.page.Cookies;
import dev.gatehouse.platform.page.Csrf;
import dev.gatehouse.platform.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/**
 * The sign-in and sign-out forms, and the cookie that proves that a form was opened in the browser that sends it (login
 * CSRF).
 */
@ApplicationScoped
class LoginForms {
    private static final String COOKIE = "gatehouse_form";
    private static final Duration LIFETIME = Duration.ofHours(12);
    private static final String SIGN_IN = "sign-in";
    private static final String SIGN_OUT = "sign-out";

    @Inject
    Cookies cookies;

    @Inject
    @Any
    Instance<SignInPurposes> purposes;

    Response signIn(HttpHeaders headers, ReturnTarget target, Response.Status status, String email, String problem) {
        var secret = secret(headers);
        var purpose = purposes.stream()
                .flatMap(known -> known.of(target.path()).stream())
                .findFirst();
        var page = Page.of("login")
                .with("application", purpose.map(SignInPurpose::application).orElse(""))
                .with("returnTo", target.path())
                .with("email", email)
                .with("problem", problem)
                .with("csrf", Csrf.token(secret, SIGN_IN));
        return show(
                status,
                secret,
                purpose.flatMap(SignInPurpose::formAction).map(page::leadingTo).orElse(page));
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
        var secret = secret(headers);
        return show(
                Response.Status.OK,
                secret,
                Page.of("logout")
                        .with("person", user.person())
                        .with("returnTo", target.path())
                        .with("csrf", Csrf.token(secret, SIGN_OUT)));
    }

    void requireSignIn(HttpHeaders headers, String csrf) {
        Csrf.require(cookies.read(headers, COOKIE).orElseThrow(Csrf::refused), SIGN_IN, csrf);
    }

    void requireSignOut(HttpHeaders headers, String csrf) {
        Csrf.require(cookies.read(headers, COOKIE).orElseThrow(Csrf::refused), SIGN_OUT, csrf);
    }

    private Secret secret(HttpHeaders headers) {
        return cookies.read(headers, COOKIE).orElseGet(Secret::random);
    }

    private Response show(Response.Status status, Secret secret, Page page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE)
                .cookie(cookies.keep(COOKIE, secret, LIFETIME))
                .entity(page)
                .build();
    }
}
