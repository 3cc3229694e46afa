package dev.gatehouse.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {
    private static final byte[] KEY = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Secret SECRET = new Secret(Base32.encode(KEY));

    /** RFC 6238 Appendix B. */
    @ParameterizedTest
    @CsvSource({
        "59,94287082",
        "1111111109,07081804",
        "1111111111,14050471",
        "1234567890,89005924",
        "2000000000,69279037",
        "20000000000,65353130"
    })
    void makes_the_codes_of_the_standard(long seconds, String code) {
        assertThat(Totp.code(KEY, seconds / 30, 8)).isEqualTo(code);
    }

    /** RFC 4226 Appendix D. */
    @ParameterizedTest
    @CsvSource({
        "0,755224",
        "1,287082",
        "2,359152",
        "3,969429",
        "4,338314",
        "5,254676",
        "6,287922",
        "7,162583",
        "8,399871",
        "9,520489"
    })
    void makes_six_digits(long step, String code) {
        assertThat(Totp.code(KEY, step, 6)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"5,254676", "4,338314", "6,287922"})
    void knows_a_code_of_one_step_each_way(long step, String code) {
        assertThat(Totp.stepOf(code, SECRET, Instant.ofEpochSecond(5 * 30 + 29)))
                .hasValue(step);
    }

    @ParameterizedTest
    @ValueSource(strings = {"969429", "162583", "", "25467", "2546760", " 254676", "٢٥٤٦٧٦", "abcdef"})
    void knows_nothing_else(String code) {
        assertThat(Totp.stepOf(code, SECRET, Instant.ofEpochSecond(5 * 30))).isEmpty();
    }

    @Test
    void has_a_new_secret_each_time_that_apps_can_read() {
        assertThat(Totp.secret().reveal()).matches("[A-Z2-7]{32}");
        assertThat(Totp.secret().reveal()).isNotEqualTo(Totp.secret().reveal());
    }

    /** RFC 4648 §10, without padding. */
    @ParameterizedTest
    @CsvSource({"'',''", "f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
    void writes_base32(String text, String encoded) {
        assertThat(Base32.encode(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
        assertThat(new String(Base32.decode(encoded), StandardCharsets.US_ASCII))
                .isEqualTo(text);
    }
}
