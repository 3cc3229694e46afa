package dev.gatehouse.identity.federation;

import dev.gatehouse.platform.config.DeploymentSettings;
import dev.gatehouse.platform.egress.Egress;
import dev.gatehouse.platform.egress.EgressOutcome;
import dev.gatehouse.platform.egress.EgressRequest;
import dev.gatehouse.platform.json.JsonFormatException;
import dev.gatehouse.platform.json.Members;
import dev.gatehouse.platform.json.StrictJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Redeems a provider's code for its ID token (RFC 6749 §4.1.3, RFC 7636 §4.5). Nothing else of the answer is kept. */
@ApplicationScoped
class CodeExchange {
    @Inject
    Egress egress;

    @Inject
    DeploymentSettings deployment;

    /** The ID token, not yet verified; empty when the provider gives none. */
    Optional<String> idToken(Provider provider, ProviderMetadata metadata, String code, BegunFlow flow) {
        return switch (egress.fetch(request(provider, metadata, code, flow))) {
            case EgressOutcome.Fetched answer when answer.status() == 200 -> idToken(answer.body());
            case EgressOutcome.Fetched answer -> Optional.empty();
            case EgressOutcome.Refused refused -> Optional.empty();
            case EgressOutcome.Failed failed -> Optional.empty();
        };
    }

    private EgressRequest request(Provider provider, ProviderMetadata metadata, String code, BegunFlow flow) {
        var form = new LinkedHashMap<>(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                deployment.url(provider.callbackPath()),
                "code_verifier",
                flow.codeVerifier().reveal()));
        var secret = provider.settings().clientSecret();
        if (secret.isEmpty()) {
            form.put("client_id", provider.settings().clientId());
        }
        var request = EgressRequest.post(metadata.tokenEndpoint(), form)
                .namedByOperator()
                .with("Accept", "application/json");
        return secret.map(known ->
                        request.with("Authorization", basic(provider.settings().clientId(), known)))
                .orElse(request);
    }

    /** RFC 6749 §2.3.1: both parts in the form encoding first. */
    private static String basic(String clientId, String secret) {
        var pair = encode(clientId) + ":" + encode(secret);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Optional<String> idToken(byte[] json) {
        try {
            return new Members(StrictJson.object(json)).string("id_token");
        } catch (JsonFormatException e) {
            return Optional.empty();
        }
    }
}
