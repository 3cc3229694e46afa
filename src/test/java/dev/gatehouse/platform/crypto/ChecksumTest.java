package dev.gatehouse.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksumTest {

    /** CRC-32 check values: "" is 00000000, "123456789" is CBF43926. */
    @ParameterizedTest
    @CsvSource({"'', 000000", "123456789, 3jZRME"})
    void is_the_crc_32_in_base_62(String text, String checksum) {
        assertThat(Checksum.of(text)).isEqualTo(checksum);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ghk_demoAcmeFull_Acme0Full0Access0Key0For0Demo0004", "密码"})
    void has_always_the_same_length(String text) {
        assertThat(Checksum.of(text)).hasSize(Checksum.LENGTH).matches("[0-9A-Za-z]+");
    }

    @Test
    void differs_when_two_characters_change_places() {
        assertThat(Checksum.of("ab")).isNotEqualTo(Checksum.of("ba"));
    }
}
