package dev.gatehouse.oauth.authorize;

import dev.gatehouse.oauth.attempt.AttemptStep;
import dev.gatehouse.oauth.attempt.CurrentAttempt;
import dev.gatehouse.oauth.client.Client;
import dev.gatehouse.oauth.client.Clients;
import dev.gatehouse.oauth.settings.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;
import java.util.Set;

/** Leads the person at a browser through the steps of the authorize flow for a device that waits (RFC 8628 §3.3). */
@ApplicationScoped
public class DeviceFlows {
    @Inject
    AuthorizationFlows flows;

    @Inject
    Clients clients;

    @Inject
    CurrentAttempt attempt;

    /** A new flow, the path of its next page, and the cookie that binds it to this browser. */
    public record Begun(String flowId, String path, NewCookie cookie) {}

    /** Begins the flow of a device's request; empty when its client is none any more. */
    @Transactional
    public Optional<Begun> begin(String clientId, Set<Scope> scopes, String resource) {
        return clients.byId(clientId).map(client -> begin(client, scopes, resource));
    }

    private Begun begin(Client client, Set<Scope> scopes, String resource) {
        attempt.reached(AttemptStep.USER_CODE, "");
        var begun = flows.begin(
                new AuthorizationRequest<>(client, new FlowEnd.Device(), scopes, resource, Interaction.none()));
        return new Begun(begun.flow().id(), begun.flow().path(), begun.cookie());
    }

    /** The path of a flow that waits, in the browser that began it. */
    public Optional<String> resume(String flowId, HttpHeaders headers) {
        return flows.waiting(flowId)
                .filter(flow -> flows.browser(flow, headers).isPresent())
                .map(PendingFlow::path);
    }
}
