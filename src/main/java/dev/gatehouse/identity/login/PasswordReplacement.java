package dev.gatehouse.identity.login;

import dev.gatehouse.identity.user.Person;
import dev.gatehouse.identity.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;

/**
 * Replaces passwords, and with the old one ends what may stand on it: sessions and half sign-ins, which name the
 * sign-in version, known browsers and connected applications. Passkeys and linked providers stay: they do not stand on
 * a password.
 */
@ApplicationScoped
public class PasswordReplacement {
    @Inject
    Users users;

    @Inject
    LoginSessions sessions;

    @Inject
    KnownDevices devices;

    @Inject
    @Any
    Instance<PasswordDependents> dependents;

    /** Sets a password of which the hash is given, and leaves nobody signed in. */
    @Transactional
    public void everywhere(Person person, String hash) {
        users.setPassword(person.id(), hash);
        devices.forgetAll(person);
        endDependents(person);
    }

    /**
     * The same, but leaves the person signed in in the browser that sent these headers; false, and nothing changes,
     * when they no longer are, because the password was replaced meanwhile.
     */
    @Transactional
    public boolean elsewhere(SignedInUser user, String hash, HttpHeaders headers) {
        if (!sessions.hold(user)) {
            return false;
        }
        users.setPassword(user.person().id(), hash);
        sessions.keep(user);
        devices.forgetOthers(user.person(), headers);
        endDependents(user.person());
        return true;
    }

    private void endDependents(Person person) {
        dependents.forEach(dependent -> dependent.passwordReplaced(person));
    }
}
