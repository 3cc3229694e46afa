package dev.gatehouse.identity.user;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "identity_user")
@NamedQuery(name = "User.byEmail", query = "select u from User u where u.email = :email")
@NamedQuery(name = "User.setPassword", query = """
    update User u set u.passwordHash = :hash, u.signInVersion = u.signInVersion + 1 where u.id = :id
    """)
@NamedQuery(name = "User.outdate", query = "update User u set u.signInVersion = u.signInVersion + 1 where u.id = :id")
@NamedQuery(name = "User.verifyEmail", query = "update User u set u.emailVerified = true where u.id = :id")
class User {
    @Id
    String id;

    String email;

    @Column(name = "email_verified")
    boolean emailVerified;

    String name;

    @Column(name = "password_hash")
    String passwordHash;

    @Column(name = "sign_in_version")
    int signInVersion;

    @Column(name = "platform_admin")
    boolean platformAdmin;

    boolean active;

    @Column(name = "created_at")
    Instant createdAt;

    protected User() {}

    User(Person person, String passwordHash, Instant createdAt) {
        this.id = person.id();
        this.email = person.email();
        this.name = person.name();
        this.platformAdmin = person.platformAdmin();
        this.passwordHash = passwordHash;
        this.active = true;
        this.createdAt = createdAt;
    }

    Person person() {
        return new Person(id, email, name, platformAdmin, signInVersion);
    }
}
