package dev.gatehouse.identity.login;

import dev.gatehouse.identity.user.Person;
import dev.gatehouse.platform.page.Redirects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** From a proven factor to a session: the one way in, whatever was proven. Each level has a cookie of its own. */
@ApplicationScoped
public class SignIns {
    /** The page that asks for a second factor. */
    public static final String SECOND_FACTOR_PATH = "/login/second-factor";

    private static final String LOGIN_PATH = "/login";

    @Inject
    LoginSessions sessions;

    @Inject
    PendingSignIns pending;

    @Inject
    KnownDevices devices;

    @Inject
    Redirects redirects;

    @Inject
    @Any
    Instance<SecondFactors> secondFactors;

    /**
     * Goes on with a person who has proven one factor by those methods (RFC 8176): to the page that asks for a second
     * one if they have set one up, otherwise signed in to the target.
     */
    public Response oneFactor(Person person, Set<String> methods, ReturnTarget target, HttpHeaders headers) {
        return hasSecondFactor(person)
                ? Response.fromResponse(redirects.toPath(target.by(SECOND_FACTOR_PATH)))
                        .cookie(pending.begin(person, methods))
                        .build()
                : allFactors(person, methods, target, headers);
    }

    /** Whether the person has set up a second factor that they can be asked for. */
    public boolean hasSecondFactor(Person person) {
        return secondFactors.stream().anyMatch(factor -> factor.setUpBy(person));
    }

    /** Whether somebody signed in without the second factor that they have set up since. */
    public boolean lacksSecondFactor(SignedInUser user) {
        return !user.methods().contains("mfa") && hasSecondFactor(user.person());
    }

    /** Signs in a person who has proven all that they can be asked for, and goes on to the target. */
    public Response allFactors(Person person, Set<String> methods, ReturnTarget target, HttpHeaders headers) {
        return Response.fromResponse(redirects.toPath(target.path()))
                .cookie(sessions.begin(person, methods, headers), devices.remember(person, headers), pending.forget())
                .build();
    }

    /** Who may be asked for a second factor in the browser that sent these headers. */
    public Optional<HalfSignedIn> half(HttpHeaders headers) {
        return pending.current(headers)
                .or(() -> sessions.current(headers)
                        .map(user -> new HalfSignedIn(user.person(), user.methods(), Optional.empty())));
    }

    /** Signs in whoever has now proven a second factor by those methods, once, and goes on to the target. */
    public Response secondFactor(HalfSignedIn half, Set<String> methods, ReturnTarget target, HttpHeaders headers) {
        boolean first = half.pendingHash().map(pending::finish).orElse(true);
        return first ? allFactors(half.person(), union(half.methods(), methods), target, headers) : startOver(target);
    }

    /** To the sign-in page, and from there to the target. */
    public Response startOver(ReturnTarget target) {
        return redirects.toPath(target.by(LOGIN_PATH));
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        var all = new HashSet<>(some);
        all.addAll(more);
        return Set.copyOf(all);
    }
}
