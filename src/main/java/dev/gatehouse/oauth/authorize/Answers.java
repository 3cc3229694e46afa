package dev.gatehouse.oauth.authorize;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.audit.AuditTrail;
import dev.gatehouse.identity.organization.ActingOrganizations;
import dev.gatehouse.identity.user.Person;
import dev.gatehouse.oauth.attempt.AttemptStep;
import dev.gatehouse.oauth.attempt.CurrentAttempt;
import dev.gatehouse.oauth.code.AuthorizationCodes;
import dev.gatehouse.oauth.code.IssuedCode;
import dev.gatehouse.oauth.error.OAuthAction;
import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.oauth.settings.AuthenticationContext;
import dev.gatehouse.oauth.settings.OAuthSettings;
import dev.gatehouse.oauth.settings.Scope;
import dev.gatehouse.oauth.token.Authorization;
import dev.gatehouse.oauth.token.TokenFamilies;
import dev.gatehouse.platform.crypto.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes a person's answer, once: the end of the wait, the authorization, the code, the consent and their record are one
 * transaction.
 */
@ApplicationScoped
class Answers {
    private static final String CODE_PREFIX = "ghc_";

    @Inject
    AuthorizationFlows flows;

    @Inject
    TokenFamilies families;

    @Inject
    AuthorizationCodes codes;

    @Inject
    Consents consents;

    @Inject
    OrganizationChoices choices;

    @Inject
    ActingOrganizations acting;

    @Inject
    AuditTrail audit;

    @Inject
    CurrentAttempt attempt;

    @Inject
    OAuthSettings settings;

    @Inject
    Clock clock;

    @Transactional
    Answer approve(PendingFlow flow, Approval approval) {
        if (!flows.decide(flow)) {
            return new Answer.AlreadyAnswered();
        }
        var answer = new Answer.Approved(UUID.randomUUID().toString(), Secret.random(CODE_PREFIX));
        families.begin(new Authorization(
                answer.familyId(),
                Optional.of(approval.person().id()),
                flow.clientId(),
                approval.scopes(),
                flow.resource(),
                clock.instant().plus(settings.grantLifetime()),
                Optional.empty()));
        codes.add(new IssuedCode(
                answer.code().hash(),
                answer.familyId(),
                flow.clientId(),
                flow.requestedRedirectUri(),
                flow.codeChallenge(),
                flow.resource(),
                flow.nonce()));
        attempt.reached(
                AttemptStep.APPROVED,
                Scope.join(approval.scopes()) + " in " + approval.organization().slug());
        attempt.bindGrant(answer.familyId(), approval.person().email());
        choices.keep(flow, approval.person(), approval.organization());
        record(answer, flow, approval);
        return answer;
    }

    @Transactional
    Answer deny(PendingFlow flow, Person person) {
        if (!flows.decide(flow)) {
            return new Answer.AlreadyAnswered();
        }
        audit.record(AuditEvent.done(
                OAuthAction.CONSENT_DENIED, subject(flow, person).in(acting.idOf(person)), Scope.join(flow.scopes())));
        attempt.refused(OAuthError.ACCESS_DENIED.code() + ": " + person.email() + " declined");
        return new Answer.Refused(OAuthError.ACCESS_DENIED, "the person declined");
    }

    /** The client wants a better sign-in than the person has (RFC 9470 §5). */
    @Transactional
    Answer refuseUnmet(PendingFlow flow, Person person) {
        if (!flows.decide(flow)) {
            return new Answer.AlreadyAnswered();
        }
        var reason = OAuthError.UNMET_AUTHENTICATION_REQUIREMENTS.code() + ": acr_values "
                + AuthenticationContext.join(flow.interaction().contexts());
        attempt.refused(reason);
        audit.record(AuditEvent.refused(
                OAuthAction.REFUSED, subject(flow, person).in(acting.idOf(person)), flow.path(), reason));
        return new Answer.Refused(
                OAuthError.UNMET_AUTHENTICATION_REQUIREMENTS, "the person cannot sign in as well as acr_values asks");
    }

    /** Where nobody was asked, there is no consent to keep. */
    private void record(Answer.Approved answer, PendingFlow flow, Approval approval) {
        if (approval.asked()) {
            consents.keep(answer.familyId(), flow.clientId(), approval);
        }
        audit.record(AuditEvent.done(
                approval.basis().action(),
                subject(flow, approval.person()).in(approval.organization().id()),
                Scope.join(approval.scopes())));
    }

    private static AuditSubject subject(PendingFlow flow, Person person) {
        return AuditSubject.person(person.id(), person.email()).through(flow.clientId());
    }
}
