package dev.gatehouse.oauth.authorize;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.audit.AuditTrail;
import dev.gatehouse.identity.organization.ActingOrganizations;
import dev.gatehouse.identity.user.Person;
import dev.gatehouse.oauth.attempt.CurrentAttempt;
import dev.gatehouse.oauth.code.AuthorizationCodes;
import dev.gatehouse.oauth.code.IssuedCode;
import dev.gatehouse.oauth.error.OAuthAction;
import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.oauth.settings.AuthenticationContext;
import dev.gatehouse.oauth.settings.Scope;
import dev.gatehouse.platform.crypto.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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
    Connections connections;

    @Inject
    AuthorizationCodes codes;

    @Inject
    DeviceAnswers devices;

    @Inject
    ActingOrganizations acting;

    @Inject
    AuditTrail audit;

    @Inject
    CurrentAttempt attempt;

    @Transactional
    Answer approve(PendingFlow flow, Approval approval) {
        if (!flows.decide(flow)) {
            return new Answer.AlreadyAnswered();
        }
        var familyId = UUID.randomUUID().toString();
        return switch (flow.end()) {
            case FlowEnd.Redirect redirect -> {
                connections.begin(familyId, flow, approval);
                yield new Answer.Approved(issue(familyId, flow, redirect));
            }
            case FlowEnd.Device device -> {
                if (!devices.approve(flow.id(), familyId)) {
                    yield new Answer.AlreadyAnswered();
                }
                connections.begin(familyId, flow, approval);
                yield new Answer.Connected();
            }
        };
    }

    private Secret issue(String familyId, PendingFlow flow, FlowEnd.Redirect redirect) {
        var code = Secret.random(CODE_PREFIX);
        codes.add(new IssuedCode(
                code.hash(),
                familyId,
                flow.clientId(),
                redirect.requestedUri(),
                redirect.codeChallenge(),
                flow.resource(),
                redirect.nonce(),
                redirect.keyThumbprint()));
        return code;
    }

    @Transactional
    Answer deny(PendingFlow flow, Person person) {
        if (!flows.decide(flow)) {
            return new Answer.AlreadyAnswered();
        }
        if (flow.end() instanceof FlowEnd.Device) {
            devices.deny(flow.id());
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

    static AuditSubject subject(PendingFlow flow, Person person) {
        return AuditSubject.person(person.id(), person.email()).through(flow.clientId());
    }
}
