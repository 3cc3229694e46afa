package dev.gatehouse.identity.federation;

import dev.gatehouse.identity.login.ReturnTarget;
import dev.gatehouse.platform.config.DeploymentSettings;
import dev.gatehouse.platform.page.Redirects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Authentication requests to providers (OpenID Connect Core §3.1.2.1), each with state, nonce and code challenge. */
@ApplicationScoped
class AuthenticationRequests {
    @Inject
    ProviderDocuments documents;

    @Inject
    FederatedFlows flows;

    @Inject
    DeploymentSettings deployment;

    @Inject
    Redirects redirects;

    /** The way to the provider; empty when it does not tell where to go. */
    Optional<Response> begin(Provider provider, ReturnTarget target, HttpHeaders headers) {
        return documents.metadata(provider).map(metadata -> {
            var flow = flows.begin(provider, target, headers);
            return Response.fromResponse(redirects.to(location(provider, metadata, flow)))
                    .cookie(flow.cookie())
                    .build();
        });
    }

    private String location(Provider provider, ProviderMetadata metadata, BegunFlow flow) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("response_type", "code");
        parameters.put("client_id", provider.settings().clientId());
        parameters.put("redirect_uri", deployment.url(provider.callbackPath()));
        parameters.put("scope", provider.settings().scopes());
        parameters.put("state", flow.state());
        parameters.put("nonce", flow.nonce());
        // S256 of RFC 7636 §4.2 is what a secret's hash is.
        parameters.put("code_challenge", flow.codeVerifier().hash());
        parameters.put("code_challenge_method", "S256");
        var endpoint = metadata.authorizationEndpoint();
        return endpoint + (endpoint.getRawQuery() == null ? "?" : "&") + encode(parameters);
    }

    private static String encode(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
