package dev.gatehouse.identity.account;

import dev.gatehouse.identity.login.ReturnTarget;
import dev.gatehouse.identity.login.SignedInUser;
import dev.gatehouse.platform.http.Parameters;
import dev.gatehouse.platform.limit.Waits;
import dev.gatehouse.platform.page.Forms;
import dev.gatehouse.platform.page.Page;
import dev.gatehouse.platform.page.Redirects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The pages on which people look after their own account; their forms are bound to browser and session. */
@ApplicationScoped
class AccountPages {
    @Inject
    Forms forms;

    @Inject
    Redirects redirects;

    /** To the sign-in page and from there to the page at that path. */
    Response signInFirst(String path) {
        return redirects.toPath("/login?return_to=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
    }

    /** To where somebody goes on to. */
    Response goOn(ReturnTarget target) {
        return redirects.toPath(target.path());
    }

    /** A page that says who is signed in. */
    Page page(String template, SignedInUser user) {
        return Page.of(template).with("person", user.person());
    }

    /** Shows a page whose forms are good for this session only. */
    Response show(HttpHeaders headers, SignedInUser user, Response.Status status, Page page) {
        return forms.show(headers, status, purpose(user), page);
    }

    /** Refuses a form that was not opened in this session. */
    void require(HttpHeaders headers, SignedInUser user, Parameters form) {
        forms.require(headers, purpose(user), form);
    }

    /** What to tell somebody who has tried too often. */
    String wait(Duration retryAfter) {
        return "There were too many attempts. Wait " + Waits.inWords(retryAfter) + ", then try again.";
    }

    /** The same answer with the time to wait for programs. */
    Response throttled(Response response, Duration retryAfter) {
        return Response.fromResponse(response)
                .header(HttpHeaders.RETRY_AFTER, Waits.seconds(retryAfter))
                .build();
    }

    /** Says that something is done. */
    Response done(String title, String message) {
        return Response.ok(Page.of("done").with("title", title).with("message", message), MediaType.TEXT_HTML_TYPE)
                .build();
    }

    private static String purpose(SignedInUser user) {
        return "account:" + user.sessionHash();
    }
}
