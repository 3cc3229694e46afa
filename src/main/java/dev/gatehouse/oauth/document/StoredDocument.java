package dev.gatehouse.oauth.document;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "oauth_client_document")
class StoredDocument {
    @Id
    @Column(name = "client_id")
    String clientId;

    String etag;

    @Column(name = "checked_at")
    Instant checkedAt;

    @Column(name = "fresh_until")
    Instant freshUntil;

    protected StoredDocument() {}

    StoredDocument(String clientId) {
        this.clientId = clientId;
    }

    void checked(String etag, Instant checkedAt, Instant freshUntil) {
        this.etag = etag;
        this.checkedAt = checkedAt;
        this.freshUntil = freshUntil;
    }
}
