package dev.gatehouse.blackbox.rfc8628;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.access.Newcomer;
import dev.gatehouse.blackbox.support.Browser;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.DeviceDance;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Sut;
import dev.gatehouse.blackbox.support.Witness;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** On a server whose codes are good for four seconds and which counts guesses; the guesses come last. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeviceSettingsIT {
    @TempDir
    static Path directory;

    @AutoClose
    private static Witness witness;

    @BeforeAll
    static void start() {
        witness = Witness.start(
                directory,
                server -> server.property("gatehouse.limits.enabled", "true")
                        .property("gatehouse.oauth.device.lifetime", "PT4S")
                        .property("gatehouse.oauth.device.interval", "PT1S"));
    }

    @BeforeEach
    void look_there() {
        Sut.use(witness.server().baseUrl());
    }

    @AfterEach
    void look_back() {
        Sut.useDefault();
    }

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
        var person = Newcomer.to(witness.database()).joins("acme", "admin");
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

        assertThat(witness.rows("select * from oauth_device_authorization"))
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
