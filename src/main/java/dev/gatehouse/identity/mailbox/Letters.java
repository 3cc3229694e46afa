package dev.gatehouse.identity.mailbox;

import dev.gatehouse.identity.login.ReturnTarget;
import dev.gatehouse.identity.user.Person;
import dev.gatehouse.identity.user.Users;
import dev.gatehouse.platform.config.DeploymentSettings;
import dev.gatehouse.platform.mail.Letter;
import dev.gatehouse.platform.mail.Mail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What is written to a mailbox. Links come from the public URL, never from how we were called. */
@ApplicationScoped
class Letters {
    @Inject
    Users users;

    @Inject
    MailLinks links;

    @Inject
    MailboxSettings settings;

    @Inject
    DeploymentSettings deployment;

    @Inject
    Mail mail;

    /** Writes a letter if one is due; tells whether there is nothing more to be done about it. */
    boolean write(DueLetter letter) {
        return switch (letter.purpose()) {
            case RESET ->
                users.byEmail(letter.email())
                        .map(person -> mail.send(reset(person, letter.target())))
                        .orElse(true);
            case SIGN_UP ->
                mail.send(
                        users.knows(letter.email()) ? known(letter.email()) : signUp(letter.email(), letter.target()));
        };
    }

    /** Who signs in through somebody else has nothing to set here, and must not get a way around them. */
    private Letter reset(Person person, ReturnTarget target) {
        return users.hasPassword(person)
                ? new Letter(person.email(), "Set a new password", """
                    Somebody, probably you, asked for a new password for %s.

                    Set it here, once, within %s:
                    %s

                    If it was not you, do nothing: your password stays as it is.
                    """.formatted(
                        person.email(), lifetime(), link("/login/reset", MailboxPurpose.RESET, person.email(), target)))
                : new Letter(person.email(), "Your account has no password", """
                    Somebody, probably you, asked for a new password for %s.

                    This account has none: sign in as you always did, by a button of the page or a passkey, at
                    %s

                    If it was not you, do nothing.
                    """.formatted(
                                person.email(), deployment.url("/login")));
    }

    /** The owner of an address, if it has one, is told that there is nothing to open. */
    private Letter known(String address) {
        return new Letter(address, "You have an account already", """
            Somebody, probably you, asked for an account for %s. There is one already: sign in at
            %s

            If you have forgotten the password, ask for a new one there. If it was not you, do nothing.
            """.formatted(address, deployment.url("/login")));
    }

    private Letter signUp(String address, ReturnTarget target) {
        return new Letter(address, "Confirm your address", """
            Somebody, probably you, asked for an account for %s.

            Confirm that this mailbox is yours here, once, within %s:
            %s

            If it was not you, do nothing.
            """.formatted(
                        address, lifetime(), link("/login/confirm", MailboxPurpose.SIGN_UP, address, target)));
    }

    private String link(String path, MailboxPurpose purpose, String address, ReturnTarget target) {
        return deployment.url(
                path + "?token=" + links.make(purpose, address, target).reveal());
    }

    private String lifetime() {
        return settings.mailLinkLifetime().toMinutes() + " minutes";
    }
}
