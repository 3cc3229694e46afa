package dev.gatehouse.blackbox.configured;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Audit;
import dev.gatehouse.blackbox.support.Browser;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.DeviceDance;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.McpDriver;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Witness;
import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A client that the configuration no longer names gets nothing, although all that describes it is still there. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("forgotten client")
class ForgottenClientIT {
    private static final String SECRET = "a-secret-of-the-operator";
    private static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";

    @RegisterExtension
    static final Witness WITNESS = Witness.with("gatehouse.clients", "portal,agent")
            .and("gatehouse.client.portal.secret", SECRET)
            .and("gatehouse.client.portal.redirect-uris", OAuthDance.REDIRECT_URI)
            .and("gatehouse.client.portal.trusted", "true")
            .and("gatehouse.client.portal.acts-as", "owner@acme.example")
            .and(
                    "gatehouse.client.portal.grant-types",
                    "authorization_code,refresh_token,client_credentials," + DeviceDance.GRANT)
            .and("gatehouse.client.shadow.secret", SECRET)
            .and("gatehouse.client.shadow.redirect-uris", OAuthDance.REDIRECT_URI)
            .and("gatehouse.client.shadow.grant-types", "authorization_code,client_credentials")
            .and("gatehouse.client.agent.secret", SECRET)
            .and("gatehouse.client.agent.grant-types", EXCHANGE)
            .alone();

    private static JsonObject tokens;
    private static String own;
    private static String delegated;
    private static DeviceDance device;

    @BeforeAll
    static void forget_a_client_that_has_been_used() {
        var dance = portal();
        tokens = dance.redeem(OAuthDance.code(dance.signIn(Demo.OWNER))).json();
        own = portal().ownToken().json().getString("access_token");
        delegated = client("agent")
                .grant(
                        EXCHANGE,
                        Map.of(
                                "subject_token",
                                tokens.getString("access_token"),
                                "subject_token_type",
                                "urn:ietf:params:oauth:token-type:access_token"))
                .json()
                .getString("access_token");
        device = DeviceDance.begin(portal(), "mcp");
        Expect.accepted(tokens.getString("access_token"));
        Expect.accepted(own);
        Expect.accepted(delegated);
        WITNESS.server().property("gatehouse.clients", "agent").restart();
    }

    private static OAuthDance portal() {
        return client("portal");
    }

    private static OAuthDance client(String id) {
        return OAuthDance.of(id).authenticatingBy("client_secret_basic", SECRET);
    }

    @Test
    void uses_no_access_token_and_the_attempt_is_on_record() {
        Expect.dead(tokens.getString("access_token"));

        var refusal = McpDriver.bearer(tokens.getString("access_token")).call("whoami");
        assertThat(Audit.during(refusal)).singleElement().satisfies(event -> {
            assertThat(event.getString("action")).isEqualTo("access.credential_refused");
            assertThat(event.getString("clientId")).isEqualTo("portal");
        });
    }

    @Test
    void uses_no_token_of_its_own() {
        Expect.dead(own);
    }

    @Test
    void has_nobody_who_acts_for_its_person_through_it() {
        Expect.dead(delegated);
    }

    @Test
    void refreshes_nothing() {
        Expect.refused(portal().refresh(tokens.getString("refresh_token")), 401, "invalid_client");
        Expect.refused(portal().ownToken(), 401, "invalid_client");
    }

    @Test
    void is_connected_to_nobody() {
        var reply = portal().ask();

        Expect.page(reply, 400);
        assertThat(reply.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void has_no_device_that_anybody_could_connect() {
        var browser = new Browser();

        var reply = DeviceDance.enter(browser, device.userCode());

        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.body()).contains("No device waits for this code.");
        assertThat(browser.cookies().keySet()).noneMatch(name -> name.startsWith("gatehouse_flow_"));
        Expect.refused(device.poll(), 401, "invalid_client");
    }

    @Test
    void has_no_active_token() {
        var administrator = OAuthDance.trusted();

        assertThat(administrator.introspect(tokens.getString("access_token")).body())
                .isEqualTo("{\"active\":false}");
        assertThat(administrator.introspect(tokens.getString("refresh_token")).body())
                .isEqualTo("{\"active\":false}");
        assertThat(administrator.introspect(own).body()).isEqualTo("{\"active\":false}");
    }

    @Test
    void leaves_the_clients_that_are_named_as_they_are() {
        Expect.refused(client("agent").ownToken(), 400, "unauthorized_client");
    }

    /** As another node does that is started with it. */
    @Test
    void has_everything_back_within_a_second_when_it_is_named_again() throws InterruptedException {
        named(true);
        try {
            Thread.sleep(1_000);
            Expect.accepted(tokens.getString("access_token"));
            Expect.accepted(delegated);
        } finally {
            named(false);
        }

        Thread.sleep(1_000);
        Expect.dead(tokens.getString("access_token"));
    }

    private static void named(boolean named) {
        WITNESS.database().change("update oauth_client set active = ? where client_id = 'portal'", named);
    }

    @Test
    void is_nobody_before_it_is_named_however_well_it_is_described() {
        Expect.refused(client("shadow").ownToken(), 401, "invalid_client");
        Expect.page(client("shadow").ask(), 400);
        assertThat(WITNESS.rows("select client_id from oauth_client where client_id = 'shadow'"))
                .isEmpty();
    }
}
