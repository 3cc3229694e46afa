package dev.gatehouse.blackbox.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Sut;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.customizer.McpHttpClientTransportAuthorizationErrorHandler;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** The official Java client, which brings no OAuth of its own: the application hands it the credential. */
class JavaSdkClientIT {

    @Test
    void works_with_an_access_token() {
        var tokens = OAuthDance.register().tokens(Demo.OWNER);

        try (var client = client(transport()
                .addHttpRequestCustomizer((request, method, uri, body, context) ->
                        request.setHeader("Authorization", "Bearer " + tokens.getString("access_token"))))) {
            assertServes(client, Demo.OWNER, "oauth_token");
        }
    }

    @Test
    void works_with_an_api_key() {
        try (var client = client(transport()
                .addHttpRequestCustomizer(
                        (request, method, uri, body, context) -> request.setHeader("X-API-Key", Demo.ACME_KEY)))) {
            assertServes(client, Demo.OWNER, "api_key");
        }
    }

    @Test
    void goes_on_after_a_refresh_when_its_access_token_is_refused() {
        var dance = OAuthDance.register();
        var tokens = dance.tokens(Demo.AUDITOR);
        var bearer = new AtomicReference<>("spoiled." + tokens.getString("access_token"));
        var refusals = new AtomicInteger();

        var refresher = McpHttpClientTransportAuthorizationErrorHandler.fromSync((request, response, context) -> {
            assertThat(response.statusCode()).isEqualTo(401);
            refusals.incrementAndGet();
            bearer.set(dance.refresh(tokens.getString("refresh_token")).json().getString("access_token"));
            return true;
        });

        try (var client = client(transport()
                .addHttpRequestCustomizer((request, method, uri, body, context) ->
                        request.setHeader("Authorization", "Bearer " + bearer.get()))
                .authorizationErrorHandler(refresher))) {
            assertServes(client, Demo.AUDITOR, "oauth_token");
        }
        assertThat(refusals).hasValue(1);
    }

    private static HttpClientStreamableHttpTransport.Builder transport() {
        return HttpClientStreamableHttpTransport.builder(Sut.url("")).endpoint("/mcp");
    }

    private static McpSyncClient client(HttpClientStreamableHttpTransport.Builder transport) {
        return McpClient.sync(transport.build())
                .requestTimeout(Duration.ofSeconds(60))
                .initializationTimeout(Duration.ofSeconds(60))
                .build();
    }

    private static void assertServes(McpSyncClient client, Demo.User user, String credential) {
        assertThat(client.initialize().protocolVersion()).isEqualTo("2025-11-25");
        assertThat(client.listTools().tools()).extracting(Tool::name).contains("whoami");
        var whoami = client.callTool(CallToolRequest.builder("whoami").build());
        assertThat(whoami.isError()).isFalse();
        assertThat(whoami.structuredContent())
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("credential", credential)
                .extractingByKey("user", InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("email", user.email());
    }
}
