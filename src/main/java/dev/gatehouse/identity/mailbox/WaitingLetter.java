package dev.gatehouse.identity.mailbox;

import dev.gatehouse.identity.login.ReturnTarget;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "identity_waiting_letter")
@NamedQuery(name = "WaitingLetter.due", query = """
    select l from WaitingLetter l where l.dueAt <= :now and l.expiresAt > :now order by l.dueAt, l.id
    """)
@NamedQuery(name = "WaitingLetter.claim", query = """
    update WaitingLetter l set l.dueAt = :later where l.id = :id and l.dueAt <= :now
    """)
@NamedQuery(name = "WaitingLetter.postpone", query = "update WaitingLetter l set l.dueAt = :later where l.id = :id")
@NamedQuery(name = "WaitingLetter.remove", query = "delete from WaitingLetter l where l.id = :id")
class WaitingLetter {
    @Id
    String id;

    String purpose;
    String email;

    @Column(name = "return_to")
    String returnTo;

    @Column(name = "due_at")
    Instant dueAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    protected WaitingLetter() {}

    WaitingLetter(DueLetter letter, Instant dueAt, Instant expiresAt) {
        this.id = letter.id();
        this.purpose = letter.purpose().name();
        this.email = letter.email();
        this.returnTo = letter.target().path();
        this.dueAt = dueAt;
        this.expiresAt = expiresAt;
    }

    DueLetter due() {
        return new DueLetter(id, MailboxPurpose.valueOf(purpose), email, new ReturnTarget(returnTo));
    }
}
