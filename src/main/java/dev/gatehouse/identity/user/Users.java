package dev.gatehouse.identity.user;

import dev.gatehouse.platform.crypto.PasswordHashing;
import dev.gatehouse.platform.crypto.Secret;
import dev.gatehouse.platform.standing.StandingChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/** The people who may sign in. Only records of the past name those who have been switched off. */
@ApplicationScoped
public class Users {
    @PersistenceContext
    EntityManager entities;

    @Inject
    PasswordHashing passwords;

    @Inject
    Event<StandingChanged> changed;

    @Inject
    Clock clock;

    /** The active person of that id. */
    @Transactional
    public Optional<Person> byId(String id) {
        return Optional.ofNullable(entities.find(User.class, id))
                .filter(user -> user.active)
                .map(User::person);
    }

    /** The person of that id, active or not: to name them in a record, never to let them in. */
    @Transactional
    public Optional<Person> anyById(String id) {
        return Optional.ofNullable(entities.find(User.class, id)).map(User::person);
    }

    /** The active person of that e-mail address, in any case. */
    @Transactional
    public Optional<Person> byEmail(String email) {
        return find(email).filter(user -> user.active).map(User::person);
    }

    /**
     * The active person who has that e-mail address and password. Takes as long for an unknown address as for a wrong
     * password.
     */
    public Optional<Person> authenticate(String email, Secret password) {
        if (password.length() > PasswordPolicy.MAX_LENGTH) {
            return Optional.empty();
        }
        var presented = PasswordPolicy.canonical(password);
        var user = find(email);
        boolean right = user.flatMap(known -> Optional.ofNullable(known.passwordHash))
                .map(hash -> passwords.verify(presented, hash))
                .orElseGet(() -> passwords.verifyNobody(presented));
        return user.filter(known -> right && known.active).map(User::person);
    }

    /** Adds a person with a password of which the hash is given. */
    @Transactional
    public void add(Person person, String hash) {
        entities.persist(new User(person, hash, clock.instant()));
        // At once: references are plain ids, so the provider cannot know what must be inserted first.
        entities.flush();
    }

    /** Adds a person without a password, who signs in another way. */
    @Transactional
    public void add(Person person) {
        add(person, null);
    }

    /**
     * Makes whoever changes something of the same person wait until the caller's transaction ends; always the first row
     * that a transaction locks, so that two never wait for each other. Refuses a person whose sign-in version is
     * another by now: what they have proven counts no more.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(Person person) {
        if (hold(person.id()) != person.signInVersion()) {
            throw new OptimisticLockException("the person signs in anew since");
        }
    }

    /** The same for a person whose sign-in version the caller looks at; tells the present one. */
    @Transactional(Transactional.TxType.MANDATORY)
    public int hold(String id) {
        var version = entities.createNativeQuery("select sign_in_version from identity_user where id = ? for update")
                .setParameter(1, id)
                .getSingleResult();
        return ((Number) version).intValue();
    }

    /** Begins a new sign-in version: every session ends that is not kept in the same transaction. */
    @Transactional
    public void outdate(Person person) {
        entities.createNamedQuery("User.outdate")
                .setParameter("id", person.id())
                .executeUpdate();
        changed.fire(new StandingChanged());
    }

    /** Whether an e-mail address is somebody's, active or not. */
    @Transactional
    public boolean knows(String email) {
        return find(email).isPresent();
    }

    /** The hash by which a password is kept; slow, so to be computed before a transaction begins. */
    public String hash(Secret password) {
        return passwords.hash(PasswordPolicy.canonical(password));
    }

    /** Replaces a person's password by one of which the hash is given, and begins a new sign-in version. */
    @Transactional
    public void setPassword(String id, String hash) {
        entities.createNamedQuery("User.setPassword")
                .setParameter("hash", hash)
                .setParameter("id", id)
                .executeUpdate();
        changed.fire(new StandingChanged());
    }

    /** Whether the person signs in with a password, among other ways. */
    @Transactional
    public boolean hasPassword(Person person) {
        return entities.find(User.class, person.id()).passwordHash != null;
    }

    /** Whether the person, or somebody whose word we take, has proven that they read the mailbox of their address. */
    @Transactional
    public boolean emailVerified(Person person) {
        return entities.find(User.class, person.id()).emailVerified;
    }

    /** Keeps that the person's address is verified. */
    @Transactional
    public void verifyEmail(Person person) {
        entities.createNamedQuery("User.verifyEmail")
                .setParameter("id", person.id())
                .executeUpdate();
        changed.fire(new StandingChanged());
    }

    /** The form in which an e-mail address is kept and compared. */
    public static String account(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    private Optional<User> find(String email) {
        return entities.createNamedQuery("User.byEmail", User.class)
                .setParameter("email", account(email))
                .getResultStream()
                .findFirst();
    }
}
