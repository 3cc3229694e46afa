package dev.gatehouse.identity.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.platform.crypto.Secret;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyFormatTest {
    private static final String KEY = "ghk_demoAcmeFull_Acme0Full0Access0Key0For0Demo0004SEKOS";

    @Test
    void reads_the_published_demo_key() {
        assertThat(ApiKeyFormat.parse(new Secret(KEY)).map(ApiKeyFormat::lookupId))
                .contains("demoAcmeFull");
    }

    @Test
    void reads_what_it_generates() {
        var generated = ApiKeyFormat.generate();

        assertThat(generated.whole().reveal()).matches("ghk_[0-9A-Za-z]{12}_[0-9A-Za-z]{38}");
        assertThat(ApiKeyFormat.parse(generated.whole()).map(ApiKeyFormat::lookupId))
                .contains(generated.lookupId());
    }

    @Test
    void generates_no_key_twice() {
        assertThat(Stream.generate(() -> ApiKeyFormat.generate().whole().reveal())
                        .limit(1_000))
                .doesNotHaveDuplicates();
    }

    @Test
    void tells_every_single_mistyped_character() {
        assertThat(IntStream.range(0, KEY.length())
                        .boxed()
                        .flatMap(index -> "0aZ_-é".chars().mapToObj(c -> with(index, (char) c)))
                        .filter(mistyped -> !mistyped.equals(KEY))
                        .filter(ApiKeyFormatTest::looksGenuine))
                .isEmpty();
    }

    @Test
    void tells_every_two_neighbours_that_changed_places() {
        assertThat(IntStream.range(0, KEY.length() - 1)
                        .mapToObj(index -> with(index, KEY.charAt(index + 1)).substring(0, index + 1)
                                + KEY.charAt(index)
                                + KEY.substring(index + 2))
                        .filter(mistyped -> !mistyped.equals(KEY))
                        .filter(ApiKeyFormatTest::looksGenuine))
                .isEmpty();
    }

    @Test
    void tells_a_key_cut_anywhere() {
        assertThat(IntStream.range(0, KEY.length())
                        .mapToObj(length -> KEY.substring(0, length))
                        .filter(ApiKeyFormatTest::looksGenuine))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ghk_",
                "GHK_demoAcmeFull_Acme0Full0Access0Key0For0Demo0004SEKOS",
                "密码",
                "ghk_密码",
                "ghk__",
                "ghk_'; drop table--"
            })
    void reads_nothing_into_other_texts(String text) {
        assertThat(looksGenuine(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n", "\0", "0", "\u0660"})
    void allows_nothing_before_or_after_the_key(String more) {
        assertThat(looksGenuine(KEY + more)).isFalse();
        assertThat(looksGenuine(more + KEY)).isFalse();
    }

    /** Digits of other scripts are digits to {@code \d}, and none of ours. */
    @Test
    void knows_ascii_only() {
        assertThat(looksGenuine(KEY.replace('0', '\u0660'))).isFalse();
        assertThat(looksGenuine(KEY.replace('A', '\uFF21'))).isFalse();
    }

    @Test
    void keeps_the_key_out_of_logs() {
        assertThat(ApiKeyFormat.parse(new Secret(KEY)).toString()).doesNotContain("Acme0Full0Access");
    }

    private static boolean looksGenuine(String text) {
        return ApiKeyFormat.parse(new Secret(text)).isPresent();
    }

    private static String with(int index, char c) {
        return KEY.substring(0, index) + c + KEY.substring(index + 1);
    }
}
