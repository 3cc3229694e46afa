package dev.gatehouse.identity.account;

import dev.gatehouse.identity.federation.LinkedAccount;
import dev.gatehouse.identity.federation.LinkedAccounts;
import dev.gatehouse.identity.login.PasswordAuthority;
import dev.gatehouse.identity.passkey.NewPasskey;
import dev.gatehouse.identity.passkey.Passkeys;
import dev.gatehouse.identity.passkey.StoredPasskey;
import dev.gatehouse.identity.user.Person;
import dev.gatehouse.identity.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** The ways in which somebody can sign in by themselves, so that nobody takes their last one away. */
@ApplicationScoped
class WaysIn {
    @Inject
    Users users;

    @Inject
    Passkeys passkeys;

    @Inject
    LinkedAccounts links;

    @Inject
    @Any
    Instance<PasswordAuthority> authorities;

    boolean add(Person person, String name, NewPasskey made) {
        return passkeys.add(person, name, made);
    }

    boolean removePasskey(Person person, String id) {
        return passkeys.remove(person, id);
    }

    boolean removeLink(Person person, String id) {
        return links.remove(person, id);
    }

    /** Whether there is a way without that passkey. */
    @Transactional
    boolean withoutPasskey(Person person, String id) {
        return byPassword(person)
                || links.of(person).stream().anyMatch(LinkedAccount::usable)
                || passkeys.of(person).stream().map(StoredPasskey::id).anyMatch(other -> !other.equals(id));
    }

    /** Whether there is a way without that link. */
    @Transactional
    boolean withoutLink(Person person, String id) {
        return byPassword(person)
                || !passkeys.of(person).isEmpty()
                || links.of(person).stream()
                        .anyMatch(link -> link.usable() && !link.id().equals(id));
    }

    private boolean byPassword(Person person) {
        return users.hasPassword(person) || authorities.stream().anyMatch(PasswordAuthority::available);
    }
}
