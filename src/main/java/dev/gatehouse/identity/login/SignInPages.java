package dev.gatehouse.identity.login;

import dev.gatehouse.platform.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** What every page on the way through sign-in carries: where it leads, and which application is being connected. */
@ApplicationScoped
public class SignInPages {
    @Inject
    @Any
    Instance<SignInPurposes> purposes;

    @Inject
    @Any
    Instance<SignInAlternatives> alternatives;

    @Inject
    @Any
    Instance<SignInHelp> help;

    /** The same that says what was wrong with the last answer, if anything. */
    public Page page(String template, ReturnTarget target, String problem) {
        if (!problem.isEmpty()) {
            purposes.forEach(known -> known.refused(target.path(), problem));
        }
        return page(template, target).with("problem", problem);
    }

    /** A page whose forms go on to that target, and may end where the target's application is. */
    public Page page(String template, ReturnTarget target) {
        var purpose = purposes.stream()
                .flatMap(known -> known.of(target.path()).stream())
                .findFirst();
        var page = Page.of(template)
                .with("application", purpose.map(SignInPurpose::application).orElse(""))
                .with("returnTo", target.path())
                .with("loginHint", purpose.flatMap(SignInPurpose::loginHint).orElse(""))
                .with(
                        "alternatives",
                        alternatives.stream()
                                .flatMap(known -> known.leadingTo(target).stream())
                                .toList())
                .with(
                        "help",
                        help.stream()
                                .flatMap(known -> known.leadingTo(target).stream())
                                .toList())
                .with("passkey", target.by("/login/passkey"));
        return purpose.flatMap(SignInPurpose::formAction).map(page::leadingTo).orElse(page);
    }
}
