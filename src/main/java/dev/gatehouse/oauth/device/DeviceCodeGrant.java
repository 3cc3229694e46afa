package dev.gatehouse.oauth.device;

import dev.gatehouse.oauth.attempt.CurrentAttempt;
import dev.gatehouse.oauth.error.OAuthException;
import dev.gatehouse.oauth.grant.Grant;
import dev.gatehouse.oauth.grant.TokenRequest;
import dev.gatehouse.oauth.token.TokenResponse;
import dev.gatehouse.platform.crypto.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The device code grant (RFC 8628 §3.4). */
@ApplicationScoped
class DeviceCodeGrant implements Grant {
    static final String TYPE = "urn:ietf:params:oauth:grant-type:device_code";

    @Inject
    DevicePolls polls;

    @Inject
    CurrentAttempt attempt;

    @Override
    public String grantType() {
        return TYPE;
    }

    @Override
    public TokenResponse grant(TokenRequest request) {
        return switch (polls.poll(new Secret(request.required("device_code")), request)) {
            case Poll.Issued(var tokens) -> tokens;
            case Poll.Refused(var error, var description, var reason) -> {
                var refusal = OAuthException.because(error, description, reason);
                attempt.refused(refusal.told());
                throw refusal;
            }
        };
    }
}
