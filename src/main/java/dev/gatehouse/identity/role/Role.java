package dev.gatehouse.identity.role;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

@Entity
@Table(name = "identity_role")
@NamedQuery(name = "Role.ofOrganization", query = "select r from Role r where r.organizationId = :organization")
class Role {
    @Id
    String id;

    @Column(name = "organization_id")
    String organizationId;

    String name;
    String permissions;

    protected Role() {}

    Role(String id, String organizationId, String name, String permissions) {
        this.id = id;
        this.organizationId = organizationId;
        this.name = name;
        this.permissions = permissions;
    }
}
