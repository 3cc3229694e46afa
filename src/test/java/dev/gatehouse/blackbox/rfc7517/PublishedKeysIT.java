package dev.gatehouse.blackbox.rfc7517;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Http;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.junit.jupiter.api.Test;

class PublishedKeysIT {

    @Test
    void hold_one_for_each_algorithm() {
        assertThat(Jwks.keys()).extracting(key -> key.getString("alg")).contains("ES256", "RS256");
    }

    @Test
    void hold_public_halves_only() {
        assertThat(Jwks.keys()).allSatisfy(key -> {
            assertThat(key.keySet())
                    .containsExactlyInAnyOrder(
                            key.getString("kty").equals("EC")
                                    ? new String[] {"kty", "crv", "x", "y", "kid", "use", "alg"}
                                    : new String[] {"kty", "n", "e", "kid", "use", "alg"});
            assertThat(key.getString("use")).isEqualTo("sig");
        });
    }

    @Test
    void have_ids_of_their_own() {
        assertThat(Jwks.keys()).extracting(key -> key.getString("kid")).doesNotHaveDuplicates();
    }

    /** RFC 7518 §3.3, judged by another library. */
    @Test
    void are_strong_enough() throws Exception {
        var set = new JsonWebKeySet(Http.get("/oauth/jwks").send().body());

        assertThat(set.getJsonWebKeys().stream()
                        .filter(RsaJsonWebKey.class::isInstance)
                        .map(RsaJsonWebKey.class::cast))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(key.getRsaPublicKey().getModulus().bitLength())
                        .isGreaterThanOrEqualTo(2_048));
    }

    /** With the default overlap of an hour. */
    @Test
    void may_be_cached_for_a_part_of_the_time_that_a_new_one_waits() {
        assertThat(Http.get("/oauth/jwks").send().headers().allValues("Cache-Control"))
                .containsExactly("public, max-age=900");
    }

    @Test
    void are_the_same_each_time() {
        assertThat(Jwks.keys()).isEqualTo(Jwks.keys());
    }
}
