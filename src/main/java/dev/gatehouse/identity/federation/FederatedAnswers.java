package dev.gatehouse.identity.federation;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.audit.AuditTrail;
import dev.gatehouse.platform.http.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;

/** Judges what a provider sends back: first whose answer it is, only then what it says; and records what it refuses. */
@ApplicationScoped
class FederatedAnswers {
    @Inject
    FederatedFlows flows;

    @Inject
    ProviderDocuments documents;

    @Inject
    CodeExchange codes;

    @Inject
    IdTokens idTokens;

    @Inject
    AuditTrail audit;

    FederatedAnswer judge(Provider provider, Parameters answer, HttpHeaders headers) {
        var judged = documents
                .metadata(provider)
                .map(metadata -> judge(provider, metadata, answer, headers))
                .orElseGet(() -> new FederatedAnswer.Refused("the provider does not tell its metadata"));
        if (judged instanceof FederatedAnswer.Refused(var reason)) {
            audit.record(
                    AuditEvent.refused(FederationAction.SIGN_IN, AuditSubject.anonymous(), provider.issuer(), reason));
        }
        return judged;
    }

    private FederatedAnswer judge(
            Provider provider, ProviderMetadata metadata, Parameters answer, HttpHeaders headers) {
        var flow = flows.answer(provider, answer.text("state"), headers);
        if (flow.isEmpty()) {
            return new FederatedAnswer.Refused("no such sign-in waits in this browser");
        }
        if (!named(provider, metadata, answer)) {
            return new FederatedAnswer.Refused("the answer is another issuer's");
        }
        if (answer.text("code").isEmpty()) {
            return new FederatedAnswer.Refused("the provider answered with an error: " + answer.text("error"));
        }
        return codes.idToken(provider, metadata, answer.text("code"), flow.get())
                .flatMap(token ->
                        idTokens.verify(provider, metadata, token, flow.get().nonce()))
                .<FederatedAnswer>map(person -> new FederatedAnswer.SignedIn(person, flow.get()))
                .orElseGet(() -> new FederatedAnswer.Refused("the provider gave no valid ID token"));
    }

    /** RFC 9207 §2.4. */
    private static boolean named(Provider provider, ProviderMetadata metadata, Parameters answer) {
        return answer.single("iss").map(provider.issuer()::equals).orElse(!metadata.namesItselfInAnswers());
    }
}
