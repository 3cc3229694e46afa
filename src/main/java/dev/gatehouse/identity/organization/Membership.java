package dev.gatehouse.identity.organization;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "identity_membership")
@NamedQuery(name = "Membership.activeOfUser", query = """
    select m, o from Membership m, Organization o
    where o.id = m.organizationId and m.userId = :user and m.active = true
    order by o.name
    """)
@NamedQuery(name = "Membership.active", query = """
    select m, o from Membership m, Organization o
    where o.id = m.organizationId and m.userId = :user and m.organizationId = :organization and m.active = true
    """)
@NamedQuery(name = "Membership.members", query = """
    select u.id, u.name, u.email, m.roles from Membership m, User u
    where u.id = m.userId and m.organizationId = :organization and m.active = true and u.active = true
    order by u.name
    """)
class Membership {
    @Id
    String id;

    @Column(name = "user_id")
    String userId;

    @Column(name = "organization_id")
    String organizationId;

    String roles;
    boolean active;

    @Column(name = "created_at")
    Instant createdAt;

    protected Membership() {}

    Membership(String id, String userId, String organizationId, String roles, Instant createdAt) {
        this.id = id;
        this.userId = userId;
        this.organizationId = organizationId;
        this.roles = roles;
        this.active = true;
        this.createdAt = createdAt;
    }
}
