package dev.gatehouse.identity.organization;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@NamedQuery(
        name = "OrganizationBinding.endOthers",
        query = "delete from OrganizationBinding b where b.userId = :user and b.organizationId <> :organization")
@Table(name = "identity_organization_binding")
class OrganizationBinding {
    @Id
    @Column(name = "user_id")
    String userId;

    @Column(name = "organization_id")
    String organizationId;

    @Column(name = "chosen_at")
    Instant chosenAt;

    protected OrganizationBinding() {}

    OrganizationBinding(String userId, String organizationId, Instant chosenAt) {
        this.userId = userId;
        this.organizationId = organizationId;
        this.chosenAt = chosenAt;
    }
}
