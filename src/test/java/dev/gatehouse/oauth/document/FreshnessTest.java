package dev.gatehouse.oauth.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.platform.egress.EgressOutcome.Fetched;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshnessTest {

    @ParameterizedTest
    @CsvSource({
        "max-age=3600, PT1H",
        "'public, max-age=86400, immutable', PT24H",
        "'MAX-AGE=7200', PT2H",
        "'max-age=\"7200\"', PT2H",
        "max-age=300, PT5M",
        "max-age=299, PT5M",
        "max-age=1, PT5M",
        "max-age=604800, PT168H",
        "max-age=604801, PT168H",
        "max-age=99999999999999999999, PT168H",
        "max-age=0, PT0S",
        "max-age=soon, PT0S",
        "max-age=-1, PT0S",
        "no-store, PT0S",
        "no-cache, PT0S",
        "'max-age=3600, no-store', PT0S",
        "public, PT1H",
        "xmax-age=86400, PT1H"
    })
    void follows_cache_control_within_bounds(String header, Duration expected) {
        assertThat(Freshness.of(answer(Map.of("Cache-Control", List.of(header)))))
                .isEqualTo(expected);
    }

    @Test
    void reads_directives_from_several_headers() {
        assertThat(Freshness.of(answer(Map.of("Cache-Control", List.of("max-age=3600", "no-store")))))
                .isZero();
    }

    @Test
    void lasts_an_hour_where_nothing_is_said() {
        assertThat(Freshness.of(answer(Map.of()))).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void counts_the_time_that_an_answer_has_spent_in_caches() {
        assertThat(Freshness.of(answer(Map.of("Cache-Control", List.of("max-age=7200"), "Age", List.of("3600")))))
                .isEqualTo(Duration.ofHours(1));
    }

    private static Fetched answer(Map<String, List<String>> headers) {
        return new Fetched(200, HttpHeaders.of(headers, (name, value) -> true), new byte[0]);
    }
}
