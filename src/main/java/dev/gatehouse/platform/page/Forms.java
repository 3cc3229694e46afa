package dev.gatehouse.platform.page;

import dev.gatehouse.platform.crypto.Secret;
import dev.gatehouse.platform.http.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/**
 * Pages with a form that counts only in the browser in which it was opened, proven by a cookie. The page shows its
 * {@code csrf} value in a hidden field of that name.
 */
@ApplicationScoped
public class Forms {
    private static final String COOKIE = "gatehouse_form";
    private static final Duration LIFETIME = Duration.ofHours(12);

    @Inject
    Cookies cookies;

    /** Shows a page whose forms are good for that purpose only. */
    public Response show(HttpHeaders headers, Response.Status status, String purpose, Page page) {
        var secret = cookies.read(headers, COOKIE).orElseGet(Secret::random);
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE)
                .cookie(cookies.keep(COOKIE, secret, LIFETIME))
                .entity(page.with("csrf", Csrf.token(secret, purpose)))
                .build();
    }

    /** Refuses a form that was not opened for that purpose in this browser. */
    public void require(HttpHeaders headers, String purpose, Parameters form) {
        Csrf.require(cookies.read(headers, COOKIE).orElseThrow(Csrf::refused), purpose, form.text("csrf"));
    }
}
