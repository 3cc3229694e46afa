package dev.gatehouse.identity.directory;

import dev.gatehouse.identity.login.PasswordAuthority;
import dev.gatehouse.identity.login.PasswordCheck;
import dev.gatehouse.identity.user.Person;
import dev.gatehouse.platform.crypto.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Lets people in by the password that a directory knows. */
@ApplicationScoped
class DirectoryPasswords implements PasswordAuthority {
    /** A directory answers sooner about somebody whom it does not know; nobody shall see that. */
    private static final Duration LEAST = Duration.ofMillis(250);

    @Inject
    DirectorySettings settings;

    @Inject
    DirectoryQueries queries;

    @Inject
    DirectoryPeople people;

    @Inject
    Clock clock;

    @Override
    public boolean available() {
        return settings.enabled();
    }

    @Override
    public PasswordCheck check(String account, Secret password) {
        if (!settings.enabled()) {
            return new PasswordCheck.Wrong();
        }
        var earliest = clock.instant().plus(LEAST);
        var check = switch (queries.ask(account, password)) {
            case RIGHT ->
                accountOf(account).<PasswordCheck>map(PasswordCheck.Right::new).orElseGet(PasswordCheck.Wrong::new);
            case WRONG -> new PasswordCheck.Wrong();
            case NONE -> new PasswordCheck.Unavailable();
        };
        if (check instanceof PasswordCheck.Wrong) {
            await(earliest);
        }
        return check;
    }

    private Optional<Person> accountOf(String address) {
        try {
            return people.accountOf(address);
        } catch (PersistenceException e) {
            // Two first sign-ins at once: the other one has made the account, so now it is found.
            return people.accountOf(address);
        }
    }

    private void await(Instant earliest) {
        try {
            Thread.sleep(Duration.between(clock.instant(), earliest));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
