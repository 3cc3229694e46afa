package dev.gatehouse.oauth.authorize;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditTrail;
import dev.gatehouse.oauth.attempt.AttemptStep;
import dev.gatehouse.oauth.attempt.CurrentAttempt;
import dev.gatehouse.oauth.settings.OAuthSettings;
import dev.gatehouse.oauth.settings.Scope;
import dev.gatehouse.oauth.token.Authorization;
import dev.gatehouse.oauth.token.TokenFamilies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/** Begins what a person approved: the authorization, the consent and the organization that go with it, their record. */
@ApplicationScoped
class Connections {
    @Inject
    TokenFamilies families;

    @Inject
    Consents consents;

    @Inject
    OrganizationChoices choices;

    @Inject
    AuditTrail audit;

    @Inject
    CurrentAttempt attempt;

    @Inject
    OAuthSettings settings;

    @Inject
    Clock clock;

    @Transactional
    void begin(String familyId, PendingFlow flow, Approval approval) {
        families.begin(
                new Authorization(
                        familyId,
                        Optional.of(approval.person().id()),
                        flow.clientId(),
                        approval.scopes(),
                        flow.resource(),
                        clock.instant().plus(settings.grantLifetime()),
                        Optional.empty()),
                approval.authentication());
        attempt.reached(
                AttemptStep.APPROVED,
                Scope.join(approval.scopes()) + " in " + approval.organization().slug());
        attempt.bindGrant(familyId, approval.person().email());
        choices.keep(flow, approval.person(), approval.organization());
        record(familyId, flow, approval);
    }

    /** Where nobody was asked, there is no consent to keep. */
    private void record(String familyId, PendingFlow flow, Approval approval) {
        if (approval.asked()) {
            consents.keep(familyId, flow.clientId(), approval);
        }
        audit.record(AuditEvent.done(
                approval.basis().action(),
                Answers.subject(flow, approval.person())
                        .in(approval.organization().id()),
                Scope.join(approval.scopes())));
    }
}
