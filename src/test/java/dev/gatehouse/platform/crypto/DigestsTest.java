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

    /** OpenID Connect Core A.3 (at_hash) and A.4 (c_hash). */
    @Test
    void names_a_token_by_half_of_its_hash() {
        assertThat(Digests.leftHalfOfSha256("jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y"))
                .isEqualTo("77QmUPtjPfzWtF2AnpK9RQ");
        assertThat(Digests.leftHalfOfSha256("Qcb0Orv1zh30vL1MPRsbm-diHiMwcLyZvn1arpZv-Jxf_11jnpEX3Tgfvk"))
                .isEqualTo("LDktKdoQak3Pk0cnXxCltA");
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
