package dev.gatehouse.oauth.authorize;

import dev.gatehouse.oauth.client.RedirectUri;
import dev.gatehouse.oauth.settings.AuthenticationContext;
import dev.gatehouse.oauth.settings.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

@Entity
@Table(name = "oauth_authorization_flow")
@NamedQuery(name = "AuthorizationFlow.decide", query = """
    update AuthorizationFlow f set f.decidedAt = :now
    where f.id = :id and f.decidedAt is null and f.expiresAt > :now
    """)
@NamedQuery(name = "AuthorizationFlow.choose", query = """
    update AuthorizationFlow f set f.organizationId = :organization, f.chosenBy = :person
    where f.id = :id and f.decidedAt is null and f.expiresAt > :now
    """)
@NamedQuery(name = "AuthorizationFlow.continueAs", query = """
    update AuthorizationFlow f set f.continuedSession = :session
    where f.id = :id and f.decidedAt is null and f.expiresAt > :now
    """)
class AuthorizationFlow {
    @Id
    String id;

    @Column(name = "browser_hash")
    String browserHash;

    @Column(name = "client_id")
    String clientId;

    @Column(name = "redirect_uri")
    String redirectUri;

    @Column(name = "requested_redirect_uri")
    String requestedRedirectUri;

    String state;
    String scope;
    String resource;

    @Column(name = "code_challenge")
    String codeChallenge;

    String nonce;

    @Column(name = "key_thumbprint")
    String keyThumbprint;

    @Column(name = "begun_at")
    Instant begunAt;

    String prompt;

    @Column(name = "authenticated_since")
    Instant authenticatedSince;

    @Column(name = "login_hint")
    String loginHint;

    @Column(name = "acr_values")
    String acrValues;

    @Column(name = "continued_session")
    String continuedSession;

    @Column(name = "organization_id")
    String organizationId;

    @Column(name = "chosen_by")
    String chosenBy;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "decided_at")
    Instant decidedAt;

    protected AuthorizationFlow() {}

    AuthorizationFlow(String id, String browserHash, AuthorizationRequest<?> request, Instant now, Duration lifetime) {
        this.id = id;
        this.browserHash = browserHash;
        this.clientId = request.client().id();
        if (request.end() instanceof FlowEnd.Redirect redirect) {
            leadTo(redirect);
        }
        this.scope = Scope.join(request.scopes());
        this.resource = request.resource();
        var interaction = request.interaction();
        this.prompt = Prompt.join(interaction.prompts());
        this.authenticatedSince = interaction.authenticatedSince().orElse(null);
        this.loginHint = interaction.loginHint().orElse(null);
        this.acrValues = AuthenticationContext.join(interaction.contexts());
        this.begunAt = now;
        this.expiresAt = now.plus(lifetime);
    }

    private void leadTo(FlowEnd.Redirect redirect) {
        this.redirectUri = redirect.target().uri().text();
        this.requestedRedirectUri = redirect.requestedUri();
        this.state = redirect.target().state().orElse(null);
        this.codeChallenge = redirect.codeChallenge();
        this.nonce = redirect.nonce().orElse(null);
        this.keyThumbprint = redirect.keyThumbprint().orElse(null);
    }

    private FlowEnd end(String issuer) {
        if (redirectUri == null) {
            return new FlowEnd.Device();
        }
        var target =
                new RedirectTarget(RedirectUri.parse(redirectUri).orElseThrow(), Optional.ofNullable(state), issuer);
        return new FlowEnd.Redirect(
                target,
                Objects.requireNonNullElse(requestedRedirectUri, ""),
                codeChallenge,
                Optional.ofNullable(nonce),
                Optional.ofNullable(keyThumbprint));
    }

    /** A row from before there were these columns demands nothing. */
    private Interaction interaction() {
        return new Interaction(
                Prompt.known(Objects.requireNonNullElse(prompt, "")),
                Optional.ofNullable(authenticatedSince),
                Optional.ofNullable(loginHint),
                AuthenticationContext.known(Objects.requireNonNullElse(acrValues, "")));
    }

    PendingFlow pending(String issuer) {
        return new PendingFlow(
                id,
                browserHash,
                clientId,
                end(issuer),
                Scope.known(scope),
                resource,
                interaction(),
                begunAt,
                Optional.ofNullable(continuedSession),
                Optional.ofNullable(organizationId),
                Optional.ofNullable(chosenBy));
    }
}
