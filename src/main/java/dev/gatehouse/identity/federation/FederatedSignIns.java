package dev.gatehouse.identity.federation;

import dev.gatehouse.identity.login.SignIns;
import dev.gatehouse.identity.user.Person;
import dev.gatehouse.platform.http.Parameters;
import dev.gatehouse.platform.page.PageException;
import dev.gatehouse.platform.page.Redirects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** From a provider's answer to a session here, or to the question which account here is theirs. */
@ApplicationScoped
class FederatedSignIns {
    static final String LINK_PATH = "/login/link";

    @Inject
    FederatedAnswers answers;

    @Inject
    FederatedIdentities identities;

    @Inject
    FederatedFlows flows;

    @Inject
    SignIns signIns;

    @Inject
    Redirects redirects;

    Response finish(Provider provider, Parameters answer, HttpHeaders headers) {
        return switch (answers.judge(provider, answer, headers)) {
            case FederatedAnswer.SignedIn(var person, var flow) ->
                accountOf(person, provider)
                        .map(account -> signIns.oneFactor(account, person.methods(), flow.target(), headers))
                        .orElseGet(() -> askForAccount(person, flow));
            case FederatedAnswer.Refused refused -> throw refused(provider);
        };
    }

    private Optional<Person> accountOf(FederatedPerson person, Provider provider) {
        try {
            return identities.accountOf(person, provider);
        } catch (PersistenceException e) {
            // Two first sign-ins at once: the other one has made the account or the link, so now it is found.
            return identities.accountOf(person, provider);
        }
    }

    private Response askForAccount(FederatedPerson person, BegunFlow flow) {
        flows.identify(flow, person);
        return redirects.toPath(LINK_PATH + "?state=" + flow.state());
    }

    private static PageException refused(Provider provider) {
        return new PageException(
                Response.Status.FORBIDDEN,
                "You were not signed in",
                provider.name() + " did not sign you in for this browser, or it took too long. Go back to where you"
                        + " came from and sign in again.");
    }
}
