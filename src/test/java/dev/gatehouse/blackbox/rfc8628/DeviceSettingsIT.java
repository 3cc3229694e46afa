package dev.gatehouse.blackbox.rfc8628;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.access.Newcomer;
import dev.gatehouse.blackbox.support.Browser;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.DeviceDance;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.StrictServer;
import dev.gatehouse.blackbox.support.Witness;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On a server whose codes are good for four seconds and which counts guesses; the guesses come last. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeviceSettingsIT {
    @RegisterExtension
    static final Witness WITNESS = StrictServer.witness();

    @Test
    @Order(1)
    void says_how_long_its_codes_are_good() {
        var codes = DeviceDance.begin().codes();

        assertThat(codes.getInt("expires_in")).isEqualTo(4);
        assertThat(codes.getInt("interval")).isEqualTo(1);
    }

    @Test
    @Order(2)
    void gives_nothing_after_that() throws InterruptedException {
        var device = DeviceDance.begin();
        var waiting = DeviceDance.begin();
        var browser = new Browser();
        var consent = waiting.signIn(browser, Demo.OWNER);
        Thread.sleep(4_100);

        Expect.refused(device.poll(), 400, "expired_token");
        assertThat(DeviceDance.enter(new Browser(), device.userCode()).status()).isEqualTo(400);
        Expect.page(browser.post(consent.page().form().press("decision", "approve")), 409);
        Expect.refused(waiting.poll(), 400, "expired_token");
    }

    @Test
    @Order(3)
    void gives_nothing_for_somebody_who_was_deactivated_meanwhile() {
        var person = Newcomer.to(WITNESS.database()).joins("acme", "admin");
        var device = DeviceDance.begin();
        device.allow(new Browser(), person.user());
        person.switched(false);

        Expect.refused(device.poll(), 400, "invalid_grant");

        person.switched(true);
        Expect.refused(device.poll(), 400, "invalid_grant");
    }

    @Test
    @Order(4)
    void keeps_neither_code() {
        var device = DeviceDance.begin();

        assertThat(WITNESS.rows("select * from oauth_device_authorization"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.values().toString())
                        .doesNotContain(
                                device.codes().getString("device_code"),
                                device.userCode(),
                                device.userCode().replace("-", "")));
    }

    @Test
    @Order(5)
    void counts_wrong_codes_by_where_they_come_from() {
        var client = DeviceDance.client();
        var browser = new Browser();
        for (int right = 0; right < 31; right++) {
            DeviceDance.enter(browser, DeviceDance.begin(client, null).userCode());
        }
        // One was wrong before, because it had expired.
        for (int wrong = 0; wrong < 29; wrong++) {
            assertThat(DeviceDance.enter(browser, "BCDF-GHJK").status()).isEqualTo(400);
        }

        var refused =
                DeviceDance.enter(new Browser(), DeviceDance.begin(client, null).userCode());

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After").orElseThrow()).matches("[1-9]\\d*");
        assertThat(refused.body()).contains("too many wrong codes");
    }
}
