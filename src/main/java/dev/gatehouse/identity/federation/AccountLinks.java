package dev.gatehouse.identity.federation;

import dev.gatehouse.identity.federation.FederatedFlows.Unlinked;
import dev.gatehouse.identity.login.ReturnTarget;
import dev.gatehouse.identity.login.SignedInUser;
import dev.gatehouse.identity.user.Person;
import dev.gatehouse.platform.http.Parameters;
import dev.gatehouse.platform.page.Forms;
import dev.gatehouse.platform.page.Page;
import dev.gatehouse.platform.page.PageException;
import dev.gatehouse.platform.page.Redirects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** The question whether an account here and one at a provider are the same person's. */
@ApplicationScoped
class AccountLinks {
    @Inject
    Providers providers;

    @Inject
    FederatedFlows flows;

    @Inject
    FederatedIdentities identities;

    @Inject
    Forms forms;

    @Inject
    Redirects redirects;

    ReturnTarget page(Unlinked unlinked) {
        return new ReturnTarget(FederatedSignIns.LINK_PATH + "?state=" + unlinked.state());
    }

    Response ask(Unlinked unlinked, SignedInUser user, HttpHeaders headers) {
        var page = Page.of("account-link")
                .with("provider", provider(unlinked).name())
                .with("email", unlinked.email())
                .with("person", user.person())
                .with("state", unlinked.state())
                .with("returnTo", unlinked.target().path());
        return forms.show(headers, Response.Status.OK, purpose(unlinked, user), page);
    }

    void require(Unlinked unlinked, SignedInUser user, Parameters form, HttpHeaders headers) {
        forms.require(headers, purpose(unlinked, user), form);
    }

    Response link(Unlinked unlinked, Person person) {
        if (!flows.link(unlinked) || !identities.link(person, provider(unlinked).issuer(), unlinked.subject())) {
            throw over();
        }
        return redirects.toPath(unlinked.target().path());
    }

    static PageException over() {
        return new PageException(
                Response.Status.GONE,
                "This sign-in is over",
                "It was used already, it waited too long, or it began in another browser. Go back to where you came"
                        + " from and sign in again.");
    }

    private Provider provider(Unlinked unlinked) {
        return providers.byId(unlinked.provider()).orElseThrow(AccountLinks::over);
    }

    private static String purpose(Unlinked unlinked, SignedInUser user) {
        return "link:" + unlinked.state() + ":" + user.sessionHash();
    }
}
