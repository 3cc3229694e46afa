package dev.gatehouse.oauth.authorize;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.audit.AuditTrail;
import dev.gatehouse.identity.organization.ActingOrganizations;
import dev.gatehouse.identity.user.Person;
import dev.gatehouse.oauth.attempt.CurrentAttempt;
import dev.gatehouse.oauth.error.OAuthAction;
import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.oauth.settings.AuthenticationContext;
import dev.gatehouse.oauth.settings.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** The answers that are no: what the client is told of each, and its record. */
@ApplicationScoped
class Refusals {
    @Inject
    ActingOrganizations acting;

    @Inject
    AuditTrail audit;

    @Inject
    CurrentAttempt attempt;

    @Transactional
    Answer declined(PendingFlow flow, Person person) {
        attempt.refused(OAuthError.ACCESS_DENIED.code() + ": " + person.email() + " declined");
        audit.record(AuditEvent.done(OAuthAction.CONSENT_DENIED, subject(flow, person), Scope.join(flow.scopes())));
        return new Answer.Refused(OAuthError.ACCESS_DENIED, "the person declined");
    }

    /** The session in which the person answered has ended meanwhile, as all do with a new password. */
    @Transactional
    Answer signedOut(PendingFlow flow, Person person) {
        var reason = OAuthError.ACCESS_DENIED.code() + ": " + person.email() + " was signed out meanwhile";
        attempt.refused(reason);
        audit.record(AuditEvent.refused(OAuthAction.REFUSED, subject(flow, person), flow.path(), reason));
        return new Answer.Refused(OAuthError.ACCESS_DENIED, "the person was signed out meanwhile; connect again");
    }

    /** The client wants a better sign-in than the person has (RFC 9470 §5). */
    @Transactional
    Answer unmet(PendingFlow flow, Person person) {
        var reason = OAuthError.UNMET_AUTHENTICATION_REQUIREMENTS.code() + ": acr_values "
                + AuthenticationContext.join(flow.interaction().contexts());
        attempt.refused(reason);
        audit.record(AuditEvent.refused(OAuthAction.REFUSED, subject(flow, person), flow.path(), reason));
        return new Answer.Refused(
                OAuthError.UNMET_AUTHENTICATION_REQUIREMENTS, "the person did not sign in as well as acr_values asks");
    }

    private AuditSubject subject(PendingFlow flow, Person person) {
        return Answers.subject(flow, person).in(acting.idOf(person));
    }
}
