package dev.gatehouse.blackbox.rfc8628;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Audit;
import dev.gatehouse.blackbox.support.Browser;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.DeviceDance;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Race;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The token endpoint for devices, RFC 8628 §3.4 and §3.5. */
class DevicePollIT {
    private final DeviceDance device = DeviceDance.begin();
    private final Browser browser = new Browser();

    @Test
    void has_nothing_before_the_person_has_answered() {
        var reply = device.poll();

        Expect.refused(reply, 400, "authorization_pending");
        assertThat(Audit.during(reply)).isEmpty();
    }

    @Test
    void tells_a_device_that_asks_too_often_to_slow_down() {
        device.poll();

        Expect.refused(device.poll(), 400, "slow_down");
        Expect.refused(device.poll(), 400, "slow_down");
    }

    @Test
    void lets_a_device_ask_again_after_the_interval() throws InterruptedException {
        device.poll();
        Thread.sleep(5_050);

        Expect.refused(device.poll(), 400, "authorization_pending");
    }

    /** RFC 8628 §3.5: five seconds longer, for this and all later requests. */
    @Test
    void makes_the_interval_longer_each_time() throws InterruptedException {
        device.poll();
        Expect.refused(device.poll(), 400, "slow_down");
        Thread.sleep(5_050);

        Expect.refused(device.poll(), 400, "slow_down");
    }

    @Test
    void gives_tokens_even_to_a_device_that_was_told_to_slow_down() {
        device.poll();
        device.poll();
        device.allow(browser, Demo.OWNER);

        assertThat(device.poll().status()).isEqualTo(200);
    }

    @Test
    void gives_tokens_that_work_and_can_be_refreshed() {
        device.allow(browser, Demo.OWNER);

        var tokens = device.poll().json();

        assertThat(tokens.getString("token_type")).isEqualTo("Bearer");
        assertThat(tokens.getString("scope")).isEqualTo("mcp");
        Expect.accepted(tokens.getString("access_token"));
        assertThat(device.application()
                        .refresh(tokens.getString("refresh_token"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void gives_them_once() {
        device.allow(browser, Demo.OWNER);
        var tokens = device.poll().json();

        Expect.refused(device.poll(), 400, "invalid_grant");
        Expect.accepted(tokens.getString("access_token"));
    }

    @RepeatedTest(3)
    void gives_them_once_however_many_ask_at_once() {
        device.allow(browser, Demo.OWNER);

        var replies = Race.of(64, device::poll);

        assertThat(replies).filteredOn(reply -> reply.status() == 200).hasSize(1);
        assertThat(replies)
                .filteredOn(reply -> reply.status() != 200)
                .hasSize(63)
                .allSatisfy(reply -> Expect.refused(reply, 400, "invalid_grant"));
    }

    @Test
    void gives_nothing_to_another_client() {
        device.allow(browser, Demo.OWNER);

        Expect.refused(device.poll(DeviceDance.client()), 400, "invalid_grant");

        assertThat(device.poll().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "ghd_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "' or '1'='1"})
    void knows_no_other_device_code(String guess) {
        var client = device.application();

        Expect.refused(
                client.send(
                        "/oauth/token",
                        Map.of("grant_type", DeviceDance.GRANT, "device_code", guess, "client_id", client.clientId())),
                400,
                "invalid_grant");
    }

    @Test
    void needs_a_device_code() {
        var client = device.application();

        Expect.refused(
                client.send("/oauth/token", Map.of("grant_type", DeviceDance.GRANT, "client_id", client.clientId())),
                400,
                "invalid_request");
    }
}
