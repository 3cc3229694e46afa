package dev.gatehouse.identity.mailbox;

import dev.gatehouse.identity.login.SignInPages;
import dev.gatehouse.platform.http.Parameters;
import dev.gatehouse.platform.page.Forms;
import dev.gatehouse.platform.page.PageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The pages that links in letters open; looking at them uses nothing. */
@ApplicationScoped
class MailLinkPages {
    @Inject
    MailboxOffers offers;

    @Inject
    MailLinks links;

    @Inject
    SignInPages pages;

    @Inject
    Forms forms;

    /** The link that a query or form names. */
    OpenedLink link(MailboxPurpose purpose, Parameters parameters) {
        offers.require(purpose);
        return links.open(purpose, parameters.text("token")).orElseThrow(MailLinkPages::over);
    }

    Response show(
            MailboxPurpose purpose, OpenedLink link, Response.Status status, String problem, HttpHeaders headers) {
        var page = pages.page("mail-link", link.target())
                .with("signUp", purpose == MailboxPurpose.SIGN_UP)
                .with("email", link.email())
                .with("token", link.token().reveal())
                .with("problem", problem);
        return forms.show(headers, status, purpose(purpose, link), page);
    }

    void require(MailboxPurpose purpose, OpenedLink link, Parameters form, HttpHeaders headers) {
        forms.require(headers, purpose(purpose, link), form);
    }

    /** Whoever began elsewhere goes on there. */
    Response passwordSet(OpenedLink link) {
        var page = pages.page("password-set", link.target())
                .with("email", link.email())
                .with("login", link.target().by("/login"));
        return Response.ok(page, MediaType.TEXT_HTML_TYPE).build();
    }

    static PageException over() {
        return new PageException(
                Response.Status.GONE,
                "This link is over",
                "It was used already, it waited too long, or a newer one was used. Ask for another letter.");
    }

    private static String purpose(MailboxPurpose purpose, OpenedLink link) {
        return purpose.name() + ":" + link.token().hash();
    }
}
