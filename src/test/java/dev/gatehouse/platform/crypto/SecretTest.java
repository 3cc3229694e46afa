package dev.gatehouse.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class SecretTest {
    private static final Secret SECRET = new Secret("abc");

    @Test
    void hides_itself_from_logs_and_messages() {
        assertThat(SECRET).hasToString("Secret[hidden]");
    }

    /** FIPS 180-2, Appendix B.1, in base64url. */
    @Test
    void is_stored_as_sha_256() {
        assertThat(SECRET.hash()).isEqualTo("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
    }

    @Test
    void knows_its_own_hash() {
        assertThat(SECRET.matches(new Secret("abc").hash())).isTrue();
    }

    @Test
    void does_not_know_another_hash() {
        assertThat(SECRET.matches(new Secret("abd").hash())).isFalse();
        assertThat(SECRET.matches("")).isFalse();
        assertThat(SECRET.matches("abc")).isFalse();
    }

    /**
     * RFC 4231 has no test case with such a key, so this is HMAC-SHA256("abc", "salt") as Python's hmac computes it.
     */
    @Test
    void derives_by_hmac_sha_256() {
        assertThat(SECRET.derive("ghr_", "salt").reveal()).isEqualTo("ghr_-_CHoxNbSvhhWyg2U0eIxZtVrNtZj00BWwPPTnLwfY4");
    }

    @Test
    void derives_the_same_for_the_same_salt() {
        assertThat(SECRET.derive("ghr_", "salt").reveal())
                .isEqualTo(new Secret("abc").derive("ghr_", "salt").reveal());
    }

    @Test
    void derives_another_for_another_salt_or_secret() {
        var derived = SECRET.derive("", "salt").reveal();

        assertThat(SECRET.derive("", "pepper").reveal()).isNotEqualTo(derived);
        assertThat(new Secret("abd").derive("", "salt").reveal()).isNotEqualTo(derived);
    }

    @Test
    void draws_256_bits_and_never_the_same_twice() {
        var drawn = new HashSet<String>();
        for (int i = 0; i < 1_000; i++) {
            drawn.add(Secret.random().reveal());
        }

        assertThat(drawn).hasSize(1_000).allMatch(secret -> secret.matches("[A-Za-z0-9_-]{43}"));
    }

    @Test
    void draws_behind_a_prefix() {
        assertThat(Secret.random("ghr_").reveal()).matches("ghr_[A-Za-z0-9_-]{43}");
    }
}
