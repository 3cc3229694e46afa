package dev.gatehouse.mcp.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolVersionTest {

    @ParameterizedTest
    @EnumSource
    void is_found_by_its_date(ProtocolVersion version) {
        assertThat(ProtocolVersion.named(version.wireName())).contains(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2024-10-07", "2026-07-29", "2025-11-25 ", "latest", "V2025_11_25", "DRAFT-2026-v1"})
    void is_not_found_by_another_name(String name) {
        assertThat(ProtocolVersion.named(name)).isEmpty();
    }

    @Test
    void is_ordered_by_date() {
        assertThat(ProtocolVersion.values())
                .isSortedAccordingTo((one, other) -> one.wireName().compareTo(other.wireName()));
    }

    @Test
    void is_listed_the_newest_first() {
        assertThat(ProtocolVersion.names())
                .startsWith("2026-07-28", "2025-11-25")
                .doesNotHaveDuplicates();
    }

    @Test
    void is_modern_since_2026_07_28() {
        assertThat(ProtocolVersion.V2026_07_28.era()).isEqualTo(Era.MODERN);
        assertThat(ProtocolVersion.V2025_11_25.era()).isEqualTo(Era.LEGACY);
    }

    @Test
    void is_never_agreed_on_in_a_handshake_that_it_does_not_have() {
        assertThat(ProtocolVersion.legacy("2026-07-28")).isEmpty();
        assertThat(ProtocolVersion.latestLegacy()).isEqualTo(ProtocolVersion.V2025_11_25);
    }
}
