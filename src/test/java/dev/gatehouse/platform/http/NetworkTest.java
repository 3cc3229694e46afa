package dev.gatehouse.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2:3:4:5:6,2001:db8:1:2:0:0:0:0",
        "2001:db8:1:2::ffff,2001:db8:1:2:0:0:0:0",
        "2001:DB8:1:2::1%eth0,2001:db8:1:2:0:0:0:0",
        "0:0:0:0:0:0:0:1,0:0:0:0:0:0:0:0"
    })
    void is_what_one_customer_has_of_ipv6(String address, String network) {
        assertThat(Network.of(address)).isEqualTo(network);
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.7", "", "unknown", "not.an.address", "2001:db8::g", "999.1.1.1"})
    void is_everything_else_as_it_is(String address) {
        assertThat(Network.of(address)).isEqualTo(address);
    }
}
