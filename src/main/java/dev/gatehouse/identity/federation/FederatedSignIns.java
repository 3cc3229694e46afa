package dev.gatehouse.identity.federation;

import dev.gatehouse.identity.login.SignIns;
import dev.gatehouse.identity.user.Person;
import dev.gatehouse.platform.page.Redirects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** From whom a provider has signed in to a session here, or to the question which account here is theirs. */
@ApplicationScoped
class FederatedSignIns {
    static final String LINK_PATH = "/login/link";

    @Inject
    FederatedIdentities identities;

    @Inject
    FederatedFlows flows;

    @Inject
    SignIns signIns;

    @Inject
    Redirects redirects;

    Response finish(Provider provider, FederatedAnswer.SignedIn answer, HttpHeaders headers) {
        var person = answer.person();
        return accountOf(person, provider)
                .map(account -> signIns.oneFactor(
                        account, person.methods(), answer.flow().target(), headers))
                .orElseGet(() -> askForAccount(person, answer.flow()));
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
}
