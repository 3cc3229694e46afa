package dev.gatehouse.identity.account;

import dev.gatehouse.identity.login.ReturnTarget;
import dev.gatehouse.identity.login.SignedInUser;
import dev.gatehouse.identity.passkey.PasskeyPages;
import dev.gatehouse.identity.passkey.Passkeys;
import dev.gatehouse.identity.passkey.StoredPasskey;
import dev.gatehouse.identity.user.Person;
import dev.gatehouse.platform.http.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;

/** A person's own passkeys: their page, and what is changed on it. */
@ApplicationScoped
class PasskeyChanges {
    static final String PATH = "/account/security/passkeys";
    static final ReturnTarget HERE = new ReturnTarget(PATH);
    private static final int MAX_NAME = 100;

    @Inject
    Passkeys passkeys;

    @Inject
    PasskeyPages pages;

    @Inject
    AccountPages accounts;

    @Inject
    SecurityChanges changes;

    Response show(HttpHeaders headers, SignedInUser user, ReturnTarget target, Response.Status status, String problem) {
        var theirs = passkeys.of(user.person());
        var page = accounts.page("passkeys", user)
                .with("passkeys", theirs)
                .with("known", theirs.stream().map(StoredPasskey::credentialId).collect(Collectors.joining(",")))
                .with("userHandle", handle(user.person()))
                .with("returnTo", target.path())
                .with("back", target.equals(HERE) ? SecurityPages.PATH : target.path())
                .with("problem", problem);
        return pages.show(headers, purpose(user), page, shown -> accounts.show(headers, user, status, shown));
    }

    boolean add(HttpHeaders headers, SignedInUser user, Parameters form) {
        return pages.made(headers, purpose(user), form)
                .filter(made -> changes.addPasskey(user.person(), name(form), made))
                .isPresent();
    }

    /** False, and nothing changes, when the person could not sign in without it. */
    boolean remove(SignedInUser user, String id) {
        return changes.removePasskey(user, id);
    }

    private static String name(Parameters form) {
        var name = form.text("name").strip();
        return name.isEmpty() ? "Passkey" : name.substring(0, Math.min(MAX_NAME, name.length()));
    }

    private static String purpose(SignedInUser user) {
        return "registration:" + user.sessionHash();
    }

    /** Who the passkey belongs to, as it tells when it signs in; the id says nothing about the person. */
    private static String handle(Person person) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(person.id().getBytes(StandardCharsets.UTF_8));
    }
}
