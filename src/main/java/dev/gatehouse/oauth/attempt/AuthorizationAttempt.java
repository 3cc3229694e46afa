package dev.gatehouse.oauth.attempt;

import dev.gatehouse.audit.Fitted;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "oauth_authorization_attempt")
@NamedQuery(
        name = "AuthorizationAttempt.ofFlow",
        query = "select a.id from AuthorizationAttempt a where a.flowId = :key order by a.id")
@NamedQuery(
        name = "AuthorizationAttempt.ofGrant",
        query = "select a.id from AuthorizationAttempt a where a.familyId = :key order by a.id")
@NamedQuery(
        name = "AuthorizationAttempt.bindFlow",
        query = "update AuthorizationAttempt a set a.flowId = :key where a.id = :id")
@NamedQuery(
        name = "AuthorizationAttempt.bindGrant",
        query = "update AuthorizationAttempt a set a.familyId = :key, a.userLabel = :user where a.id = :id")
@NamedQuery(name = "AuthorizationAttempt.latest", query = """
    select a from AuthorizationAttempt a
    where a.id < :cursor and (:client = '' or a.clientId = :client)
        and (:reference = '' or exists (
            select s.id from AttemptedStep s where s.attemptId = a.id and s.reference = :reference))
    order by a.id desc
    """)
class AuthorizationAttempt {
    private static final int MAX_CLIENT_ID = 512;
    private static final int MAX_TEXT = 1_000;

    @Id
    String id;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "client_id")
    String clientId;

    @Column(name = "redirect_uri")
    String redirectUri;

    String scope;

    @Column(name = "flow_id")
    String flowId;

    @Column(name = "grant_id")
    String familyId;

    @Column(name = "user_label")
    String userLabel;

    protected AuthorizationAttempt() {}

    AuthorizationAttempt(String id, AttemptedRequest request, Instant startedAt) {
        this.id = id;
        this.startedAt = startedAt;
        this.clientId = Fitted.to(MAX_CLIENT_ID, request.clientId());
        this.redirectUri = Fitted.to(MAX_TEXT, request.redirectUri());
        this.scope = Fitted.to(MAX_TEXT, request.scope());
    }
}
