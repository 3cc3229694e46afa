package dev.gatehouse.oauth.authorize;

import dev.gatehouse.identity.login.SignedInUser;
import dev.gatehouse.oauth.settings.AuthenticationContext;
import dev.gatehouse.platform.http.MalformedParametersException;
import dev.gatehouse.platform.http.Parameters;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a request demands of the encounter with the person (OpenID Connect Core §3.1.2.1). {@code authenticatedSince} is
 * the instant before which no sign-in counts: so a fresh one is demanded once, and a reload does not demand another.
 */
record Interaction(
        Set<Prompt> prompts,
        Optional<Instant> authenticatedSince,
        Optional<String> loginHint,
        Set<AuthenticationContext> contexts) {
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");
    private static final int MAX_HINT = 320;

    /** Demands nothing. */
    static Interaction none() {
        return new Interaction(Set.of(), Optional.empty(), Optional.empty(), Set.of());
    }

    static Interaction read(Parameters parameters, Instant now) {
        var prompts = Prompt.known(parameters.text("prompt"));
        if (prompts.contains(Prompt.NONE) && prompts.size() > 1) {
            throw new MalformedParametersException("prompt=none excludes every other value");
        }
        return new Interaction(
                prompts,
                prompts.contains(Prompt.LOGIN)
                        ? Optional.of(now)
                        : parameters.single("max_age").map(age -> now.minus(seconds(age))),
                parameters.single("login_hint").filter(hint -> hint.length() <= MAX_HINT),
                AuthenticationContext.known(parameters.text("acr_values")));
    }

    private static Duration seconds(String maxAge) {
        if (!SECONDS.matcher(maxAge).matches()) {
            throw new MalformedParametersException("max_age must be a number of seconds");
        }
        return Duration.ofSeconds(Long.parseLong(maxAge));
    }

    /** Whether no page may be shown. */
    boolean silent() {
        return prompts.contains(Prompt.NONE);
    }

    /** Whether a consent given before does not count. */
    boolean asksConsent() {
        return prompts.contains(Prompt.CONSENT);
    }

    /** Whether the person must say which account is meant, even when somebody is signed in. */
    boolean asksAccount() {
        return prompts.contains(Prompt.SELECT_ACCOUNT);
    }

    /** Whether the person signed in recently enough. */
    boolean freshEnough(SignedInUser user) {
        return authenticatedSince
                .filter(since -> user.authenticatedAt().isBefore(since))
                .isEmpty();
    }

    /** Whether the person signed in well enough (RFC 9470 §4). */
    boolean strongEnough(SignedInUser user) {
        return AuthenticationContext.of(user.methods()).meets(contexts);
    }

    /** Whether the hint names somebody else. */
    boolean hintsAtAnother(SignedInUser user) {
        return loginHint
                .filter(hint -> !hint.equalsIgnoreCase(user.person().email()))
                .isPresent();
    }
}
