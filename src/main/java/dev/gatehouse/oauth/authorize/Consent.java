package dev.gatehouse.oauth.authorize;

import dev.gatehouse.oauth.settings.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "oauth_consent")
@NamedQuery(name = "Consent.latest", query = """
    select c from Consent c
    where c.userId = :user and c.clientId = :client and c.organizationId = :organization
    order by c.givenAt desc, c.id
    """)
class Consent {
    @Id
    String id;

    @Column(name = "user_id")
    String userId;

    @Column(name = "client_id")
    String clientId;

    @Column(name = "organization_id")
    String organizationId;

    @Column(name = "grant_id")
    String familyId;

    String scope;

    @Column(name = "given_at")
    Instant givenAt;

    protected Consent() {}

    Consent(String familyId, String clientId, Approval approval, Instant givenAt) {
        this.id = UUID.randomUUID().toString();
        this.userId = approval.person().id();
        this.clientId = clientId;
        this.organizationId = approval.organization().id();
        this.familyId = familyId;
        this.scope = Scope.join(approval.scopes());
        this.givenAt = givenAt;
    }
}
