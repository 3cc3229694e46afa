package dev.gatehouse.oauth.device;

import dev.gatehouse.oauth.attempt.AttemptStep;
import dev.gatehouse.oauth.attempt.AttemptedRequest;
import dev.gatehouse.oauth.attempt.CurrentAttempt;
import dev.gatehouse.oauth.client.Client;
import dev.gatehouse.oauth.client.ClientAuthentication;
import dev.gatehouse.oauth.client.OAuthForm;
import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.oauth.error.OAuthException;
import dev.gatehouse.oauth.settings.ProtectedResources;
import dev.gatehouse.oauth.settings.Scope;
import dev.gatehouse.platform.http.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** The device authorization endpoint (RFC 8628 §3.1). */
@Path("/oauth/device_authorization")
@ApplicationScoped
public class DeviceAuthorizationResource {
    @Inject
    ClientAuthentication authentication;

    @Inject
    DeviceAuthorizations devices;

    @Inject
    ProtectedResources resources;

    @Inject
    CurrentAttempt attempt;

    /** Gives a device its two codes, or refuses with the code of RFC 6749 §5.2. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public DeviceCodes begin(byte[] body, @Context HttpHeaders headers) {
        var form = OAuthForm.read(body, headers);
        attempt.begins(AttemptStep.DEVICE, new AttemptedRequest(form.text("client_id"), "", form.text("scope")));
        try {
            var client = authentication.authenticate(headers, form);
            attempt.begins(AttemptStep.DEVICE, new AttemptedRequest(client.id(), "", form.text("scope")));
            return devices.begin(checked(client, form));
        } catch (OAuthException refusal) {
            attempt.refused(refusal.told());
            throw refusal;
        }
    }

    private DeviceRequest checked(Client client, Parameters form) {
        if (!client.mayUse(DeviceCodeGrant.TYPE)) {
            throw OAuthException.of(
                            OAuthError.UNAUTHORIZED_CLIENT, "this client did not register for " + DeviceCodeGrant.TYPE)
                    .to(client.id());
        }
        var scopes = form.single("scope").map(Scope::known).orElseGet(client::defaultScopes);
        if (!Scope.open(scopes)) {
            throw OAuthException.of(
                            OAuthError.INVALID_SCOPE,
                            "scope must contain one of " + String.join(" ", Scope.resourceNames()) + " openid")
                    .to(client.id());
        }
        if (!form.all("resource").stream().allMatch(resources::known)) {
            throw OAuthException.of(OAuthError.INVALID_TARGET, "resource must be " + resources.audience())
                    .to(client.id());
        }
        return new DeviceRequest(client, scopes, resources.audience());
    }
}
