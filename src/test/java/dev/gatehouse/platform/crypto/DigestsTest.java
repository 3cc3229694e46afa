package dev.gatehouse.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigestsTest {

    /** FIPS 180-2: the empty message. */
    @Test
    void hashes_nothing_too() {
        assertThat(Digests.sha256("")).isEqualTo("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU");
    }

    @Test
    void hashes_the_utf_8_bytes() {
        assertThat(Digests.sha256("é")).isEqualTo("SplVfkAzw1Od4utlRyAXytX5VX96BiWgnxw_biumnEw");
    }

    @Test
    void compares_equal_texts_as_equal() {
        assertThat(Digests.equal("key", "key")).isTrue();
    }

    @Test
    void compares_other_texts_as_different() {
        assertThat(Digests.equal("key", "kez")).isFalse();
        assertThat(Digests.equal("key", "ke")).isFalse();
        assertThat(Digests.equal("key", "")).isFalse();
    }
}
