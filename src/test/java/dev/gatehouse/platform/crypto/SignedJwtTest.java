package dev.gatehouse.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedJwtTest {
    private static final JwsKey KEY = JwsKey.generate(SigningAlgorithm.ES256);
    private static final JwsKey OTHER = JwsKey.generate(SigningAlgorithm.ES256);
    private static final String TYPE = "at+jwt";
    private static final Map<String, Object> CLAIMS = Map.of("sub", "somebody", "exp", 1_800_000_000L);
    private static final String TOKEN = KEY.sign(TYPE, CLAIMS);
    private static final Function<String, Optional<JwsKey>> KEYS =
            id -> Optional.of(KEY).filter(key -> key.id().equals(id));

    @Test
    void accepts_what_the_key_signed() {
        assertThat(SignedJwt.verify(TOKEN, TYPE, KEYS)).contains(new SignedJwt(KEY.id(), CLAIMS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "jwt", "at+JWT ", "application/at+jwt", ""})
    void refuses_another_type(String type) {
        assertThat(SignedJwt.verify(KEY.sign(type, CLAIMS), TYPE, KEYS)).isEmpty();
    }

    @Test
    void refuses_a_key_that_is_not_known() {
        assertThat(SignedJwt.verify(OTHER.sign(TYPE, CLAIMS), TYPE, KEYS)).isEmpty();
    }

    @Test
    void refuses_another_key_under_the_known_id() {
        assertThat(SignedJwt.verify(TOKEN, TYPE, id -> Optional.of(OTHER))).isEmpty();
    }

    /** RFC 8725 §2.1. */
    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE"})
    void refuses_an_unsigned_token(String algorithm) {
        var unsigned = encode("{\"alg\":\"%s\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}".formatted(algorithm, KEY.id())) + "."
                + payload() + ".";

        assertThat(SignedJwt.verify(unsigned, TYPE, KEYS)).isEmpty();
        assertThat(SignedJwt.verify(unsigned + signature(), TYPE, KEYS)).isEmpty();
    }

    @Test
    void accepts_what_an_rsa_key_signed() {
        var rsa = JwsKey.generate(SigningAlgorithm.RS256);

        assertThat(SignedJwt.verify(rsa.sign(TYPE, CLAIMS), TYPE, id -> Optional.of(rsa)))
                .contains(new SignedJwt(rsa.id(), CLAIMS));
    }

    /** RFC 8725 §3.1: a key and its algorithm belong together. */
    @Test
    void refuses_a_key_of_the_other_algorithm_under_the_known_id() {
        var rsa = JwsKey.generate(SigningAlgorithm.RS256);

        assertThat(SignedJwt.verify(TOKEN, TYPE, id -> Optional.of(rsa))).isEmpty();
        assertThat(SignedJwt.verify(rsa.sign(TYPE, CLAIMS), TYPE, id -> Optional.of(KEY)))
                .isEmpty();
    }

    /** RFC 8725 §2.1: the public key taken for a shared secret. */
    @Test
    void refuses_hs256_with_the_public_key() throws Exception {
        var signed =
                encode("{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}".formatted(KEY.id())) + "." + payload();
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY.publicJwk().toString().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var forged = signed + "." + encode(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));

        assertThat(SignedJwt.verify(forged, TYPE, KEYS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"ES256\",\"typ\":\"at+jwt\"}",
                "{\"alg\":\"ES256\",\"kid\":\"KID\"}",
                "{\"typ\":\"at+jwt\",\"kid\":\"KID\"}",
                "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"KID\",\"crit\":[\"exp\"],\"exp\":1}",
                "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"KID\",\"crit\":[\"b64\"],\"b64\":false}",
                "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":7}",
                "{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"KID\"}",
                "{\"alg\":\"ES384\",\"typ\":\"at+jwt\",\"kid\":\"KID\"}",
                "{}",
                "[]",
                "nonsense"
            })
    void refuses_a_header_that_we_never_write_although_the_key_signed_it(String header) throws Exception {
        var signed = encode(header.replace("KID", KEY.id())) + "." + payload();

        assertThat(SignedJwt.verify(signed + "." + Jose.es256(KEY, signed), TYPE, KEYS))
                .isEmpty();
    }

    @Test
    void accepts_a_token_that_another_library_signed_with_the_key() throws Exception {
        var header = "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}".formatted(KEY.id());
        var signed = encode(header) + "." + payload();

        assertThat(SignedJwt.verify(signed + "." + Jose.es256(KEY, signed), TYPE, KEYS))
                .contains(new SignedJwt(KEY.id(), CLAIMS));
    }

    /** RFC 8725 §3.2, CVE-2022-21449: r and s of zero. */
    @Test
    void refuses_a_signature_of_zeros() {
        var unsigned = TOKEN.substring(0, TOKEN.lastIndexOf('.') + 1);

        assertThat(SignedJwt.verify(unsigned + encode(new byte[64]), TYPE, KEYS))
                .isEmpty();
    }

    @Test
    void refuses_a_token_with_any_one_character_changed() {
        assertThat(IntStream.range(0, TOKEN.length())
                        .mapToObj(SignedJwtTest::changedAt)
                        .filter(changed -> SignedJwt.verify(changed, TYPE, KEYS).isPresent()))
                .isEmpty();
    }

    @Test
    void refuses_a_token_cut_anywhere() {
        assertThat(IntStream.range(0, TOKEN.length())
                        .mapToObj(length -> TOKEN.substring(0, length))
                        .filter(cut -> SignedJwt.verify(cut, TYPE, KEYS).isPresent()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "...", "a.b.c", "{}", "é.ü.ñ", "\0", "a.b.c.d.e"})
    void refuses_what_is_no_token(String text) {
        assertThat(SignedJwt.verify(text, TYPE, KEYS)).isEmpty();
    }

    @Test
    void refuses_a_payload_that_is_no_object() throws Exception {
        var header = "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}".formatted(KEY.id());
        var signed = encode(header) + "." + encode("[1]");

        assertThat(SignedJwt.verify(signed + "." + Jose.es256(KEY, signed), TYPE, KEYS))
                .isEmpty();
    }

    @Test
    void refuses_a_token_longer_than_any_of_ours_without_reading_it() {
        assertThat(SignedJwt.verify("a".repeat(10_000_000), TYPE, KEYS)).isEmpty();
    }

    @Test
    void asks_for_no_key_before_the_header_is_right() {
        var hs256 =
                encode("{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"x\"}") + "." + payload() + "." + signature();

        assertThat(SignedJwt.verify(hs256, TYPE, id -> {
                    throw new AssertionError("asked for " + id);
                }))
                .isEmpty();
    }

    /** Flips a bit that counts: in the last character of a part the lowest ones are padding. */
    private static String changedAt(int index) {
        var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int value = alphabet.indexOf(TOKEN.charAt(index));
        var changed = new StringBuilder(TOKEN);
        changed.setCharAt(index, value < 0 ? 'A' : alphabet.charAt(value ^ 32));
        return changed.toString();
    }

    private static String payload() {
        return TOKEN.split("\\.")[1];
    }

    private static String signature() {
        return TOKEN.split("\\.")[2];
    }

    private static String encode(String text) {
        return encode(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
