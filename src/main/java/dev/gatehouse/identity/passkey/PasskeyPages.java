package dev.gatehouse.identity.passkey;

import dev.gatehouse.platform.http.Parameters;
import dev.gatehouse.platform.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;

/** Pages whose script asks the browser for a passkey, with all that it must be asked. */
@ApplicationScoped
public class PasskeyPages {
    @Inject
    PasskeyChallenges challenges;

    @Inject
    PasskeyVerification verification;

    /** Shows a page with a challenge for that purpose. */
    public Response show(HttpHeaders headers, String purpose, Page page, Function<Page, Response> shown) {
        return challenges.show(
                headers, purpose, page.scripted().with("relyingParty", verification.relyingParty()), shown);
    }

    /** The passkey that a form brings, made over a challenge that a page of that purpose has shown. */
    public Optional<NewPasskey> made(HttpHeaders headers, String purpose, Parameters form) {
        return challenges.answered(headers, purpose, form).flatMap(challenge -> verification.made(form, challenge));
    }
}
