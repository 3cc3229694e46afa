package dev.gatehouse.oauth.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.oauth.error.OAuthException;
import dev.gatehouse.platform.config.ConfigurationException;
import dev.gatehouse.platform.http.RequestInfo;
import dev.gatehouse.platform.limit.LimitSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationGateTest {
    private static final String TOKEN = "an-initial-access-token-of-32-characters";

    private static RegistrationSettings settings(RegistrationPolicy policy, String... tokens) {
        return new RegistrationSettings(policy, List.of(tokens), 1, Duration.ofHours(1), Duration.ofDays(1));
    }

    /** Without a store, a request or headers: nothing else is looked at. */
    @Test
    void lets_nobody_register_where_registration_is_off() {
        var gate = new RegistrationGate();
        gate.settings = settings(RegistrationPolicy.OFF);

        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() -> gate.require(null))
                .satisfies(refusal -> assertThat(refusal.error()).isEqualTo(OAuthError.ACCESS_DENIED));
    }

    /** So that nobody has a limit for each of the addresses that an IPv6 network gives them. */
    @Test
    void counts_what_a_network_leaves_unused_and_not_one_of_its_addresses() {
        var gate = new RegistrationGate();
        gate.settings = settings(RegistrationPolicy.OPEN);
        gate.limits = new LimitSettings(true);
        gate.clock = Clock.systemUTC();
        gate.request = new RequestInfo() {
            @Override
            public String remoteAddress() {
                return "2001:db8:1:2:0:0:0:7";
            }

            @Override
            public String network() {
                return "2001:db8:1:2:0:0:0:0";
            }
        };
        gate.clients = new Clients() {
            @Override
            long unusedFrom(String network, Instant since) {
                return network.equals("2001:db8:1:2:0:0:0:0") ? 1 : 0;
            }
        };

        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() -> gate.require(null))
                .satisfies(refusal -> assertThat(refusal.error()).isEqualTo(OAuthError.TEMPORARILY_UNAVAILABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "initial-token", "off"})
    void knows_the_policies_by_their_names(String name) {
        assertThat(RegistrationPolicy.of(name).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "OPEN", "closed"})
    void knows_no_other_policy(String name) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> RegistrationPolicy.of(name))
                .withMessageContaining("gatehouse.registration.policy");
    }

    @Test
    void needs_a_token_where_one_is_demanded() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> settings(RegistrationPolicy.INITIAL_TOKEN))
                .withMessageContaining("initial-access-tokens");
        assertThat(settings(RegistrationPolicy.INITIAL_TOKEN, TOKEN).toString()).doesNotContain(TOKEN);
    }

    @ParameterizedTest
    @EnumSource(RegistrationPolicy.class)
    void takes_no_token_that_could_be_guessed(RegistrationPolicy policy) {
        assertThatExceptionOfType(ConfigurationException.class).isThrownBy(() -> settings(policy, "short"));
    }
}
