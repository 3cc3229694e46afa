package dev.gatehouse.oauth.authorize;

import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.identity.login.LoginSessions;
import dev.gatehouse.identity.user.Person;
import dev.gatehouse.oauth.code.AuthorizationCodes;
import dev.gatehouse.oauth.code.IssuedCode;
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
    Refusals refusals;

    @Inject
    LoginSessions sessions;

    @Transactional
    Answer approve(PendingFlow flow, Approval approval) {
        if (!flows.decide(flow)) {
            return new Answer.AlreadyAnswered();
        }
        // A new password ends the connections that it finds; one that is made meanwhile must not slip past it.
        if (!sessions.hold(approval.user())) {
            return refuse(flow, refusals.signedOut(flow, approval.person()));
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
        return refuse(flow, refusals.declined(flow, person));
    }

    /** Nobody who waits for an answer waits in vain. */
    private Answer refuse(PendingFlow flow, Answer refusal) {
        if (flow.end() instanceof FlowEnd.Device) {
            devices.deny(flow.id());
        }
        return refusal;
    }

    @Transactional
    Answer refuseUnmet(PendingFlow flow, Person person) {
        return flows.decide(flow) ? refusals.unmet(flow, person) : new Answer.AlreadyAnswered();
    }

    static AuditSubject subject(PendingFlow flow, Person person) {
        return AuditSubject.person(person.id(), person.email()).through(flow.clientId());
    }
}
