package dev.gatehouse.platform.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitsTest {
    @ParameterizedTest
    @CsvSource({"-PT5S,1", "PT0S,1", "PT0.000001S,1", "PT1S,1", "PT1.1S,2", "PT10M,600"})
    void are_whole_seconds_rounded_up_and_never_nothing(Duration wait, long seconds) {
        assertThat(Waits.seconds(wait)).isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource({"PT0S,a second", "PT2S,2 seconds", "PT89S,89 seconds", "PT90S,2 minutes", "PT9M59.5S,10 minutes"})
    void are_told_in_words(Duration wait, String words) {
        assertThat(Waits.inWords(wait)).isEqualTo(words);
    }
}
