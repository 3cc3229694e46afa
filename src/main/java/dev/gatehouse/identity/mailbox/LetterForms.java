package dev.gatehouse.identity.mailbox;

import dev.gatehouse.identity.login.ReturnTarget;
import dev.gatehouse.identity.login.SignInPages;
import dev.gatehouse.platform.http.Parameters;
import dev.gatehouse.platform.limit.Admission;
import dev.gatehouse.platform.limit.Waits;
import dev.gatehouse.platform.page.Forms;
import dev.gatehouse.platform.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** The forms that ask for a letter, and the one answer that everybody gets. */
@ApplicationScoped
class LetterForms {
    @Inject
    MailboxOffers offers;

    @Inject
    LetterRequests requests;

    @Inject
    SignInPages pages;

    @Inject
    Forms forms;

    Response show(MailboxPurpose purpose, Parameters query, HttpHeaders headers) {
        offers.require(purpose);
        return forms.show(headers, Response.Status.OK, purpose.name(), page(purpose, ReturnTarget.in(query), ""));
    }

    Response take(MailboxPurpose purpose, Parameters form, HttpHeaders headers) {
        offers.require(purpose);
        forms.require(headers, purpose.name(), form);
        var target = ReturnTarget.in(form);
        return switch (requests.ask(purpose, form.text("email"), target)) {
            case Admission.Admitted admitted -> sent(target);
            case Admission.Throttled(var wait) -> throttled(purpose, target, wait, headers);
        };
    }

    private Response throttled(MailboxPurpose purpose, ReturnTarget target, Duration wait, HttpHeaders headers) {
        var problem = "Too many letters were asked for from where you are. Wait " + Waits.inWords(wait) + ".";
        return Response.fromResponse(forms.show(
                        headers, Response.Status.TOO_MANY_REQUESTS, purpose.name(), page(purpose, target, problem)))
                .header(HttpHeaders.RETRY_AFTER, Waits.seconds(wait))
                .build();
    }

    private Page page(MailboxPurpose purpose, ReturnTarget target, String problem) {
        return pages.page("letter", target)
                .with("signUp", purpose == MailboxPurpose.SIGN_UP)
                .with("action", purpose.path())
                .with("login", target.by("/login"))
                .with("problem", problem);
    }

    private Response sent(ReturnTarget target) {
        return Response.ok(
                        pages.page("letter-sent", target).with("login", target.by("/login")), MediaType.TEXT_HTML_TYPE)
                .build();
    }
}
