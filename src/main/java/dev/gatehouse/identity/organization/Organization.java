package dev.gatehouse.identity.organization;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "identity_organization")
@NamedQuery(name = "Organization.bySlug", query = "select o from Organization o where o.slug = :slug")
@NamedQuery(name = "Organization.rename", query = "update Organization o set o.name = :name where o.id = :id")
class Organization {
    @Id
    String id;

    String slug;
    String name;

    @Column(name = "created_at")
    Instant createdAt;

    protected Organization() {}

    Organization(OrganizationRef ref, Instant createdAt) {
        this.id = ref.id();
        this.slug = ref.slug();
        this.name = ref.name();
        this.createdAt = createdAt;
    }

    OrganizationRef ref() {
        return new OrganizationRef(id, slug, name);
    }
}
