package dev.gatehouse.identity.passkey;

import dev.gatehouse.platform.crypto.Secret;
import dev.gatehouse.platform.http.Parameters;
import dev.gatehouse.platform.page.Cookies;
import dev.gatehouse.platform.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Challenges for authenticators, good for one purpose in one browser for ten minutes. They follow from a cookie and the
 * time, so that showing a page stores nothing.
 */
@ApplicationScoped
class PasskeyChallenges {
    private static final String COOKIE = "gatehouse_passkey";
    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final Pattern MILLISECONDS = Pattern.compile("[0-9]{1,15}");

    @Inject
    Cookies cookies;

    @Inject
    Clock clock;

    /** Shows a page with a new challenge, as {@code challenge} and {@code issued}. */
    Response show(HttpHeaders headers, String purpose, Page page, Function<Page, Response> shown) {
        var secret = cookies.read(headers, COOKIE).orElseGet(Secret::random);
        var issued = Long.toString(clock.millis());
        var challenged =
                page.with("challenge", challenge(secret, purpose, issued)).with("issued", issued);
        return Response.fromResponse(shown.apply(challenged))
                .cookie(cookies.keep(COOKIE, secret, LIFETIME))
                .build();
    }

    /** The challenge that a form answers, unless it is not of this browser, for something else, or too old. */
    Optional<PasskeyChallenge> answered(HttpHeaders headers, String purpose, Parameters form) {
        var issued = form.text("issued");
        return cookies.read(headers, COOKIE)
                .filter(secret -> MILLISECONDS.matcher(issued).matches())
                .map(secret -> new PasskeyChallenge(
                        challenge(secret, purpose, issued), Instant.ofEpochMilli(Long.parseLong(issued))))
                .filter(challenge -> fresh(challenge.issuedAt()));
    }

    private boolean fresh(Instant issued) {
        var now = clock.instant();
        return !issued.isAfter(now) && issued.plus(LIFETIME).isAfter(now);
    }

    private static String challenge(Secret secret, String purpose, String issued) {
        return secret.derive("", "passkey:" + purpose + ":" + issued).reveal();
    }
}
