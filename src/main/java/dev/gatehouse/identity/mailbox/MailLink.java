package dev.gatehouse.identity.mailbox;

import dev.gatehouse.identity.login.ReturnTarget;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "identity_mail_link")
@NamedQuery(name = "MailLink.use", query = """
    update MailLink l set l.usedAt = :now
    where l.hash = :hash and l.purpose = :purpose and l.usedAt is null and l.expiresAt > :now
    """)
@NamedNativeQuery(
        name = "MailLink.lock",
        query = "select hash from identity_mail_link where email = ? and used_at is null order by hash for update")
@NamedQuery(name = "MailLink.useOthers", query = """
    update MailLink l set l.usedAt = :now where l.email = :email and l.usedAt is null
    """)
class MailLink {
    @Id
    String hash;

    String purpose;
    String email;

    @Column(name = "return_to")
    String returnTo;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "used_at")
    Instant usedAt;

    protected MailLink() {}

    MailLink(String hash, MailboxPurpose purpose, String email, ReturnTarget target, Instant expiresAt) {
        this.hash = hash;
        this.purpose = purpose.name();
        this.email = email;
        this.returnTo = target.path();
        this.expiresAt = expiresAt;
    }

    boolean waits(MailboxPurpose wanted, Instant now) {
        return purpose.equals(wanted.name()) && usedAt == null && expiresAt.isAfter(now);
    }
}
