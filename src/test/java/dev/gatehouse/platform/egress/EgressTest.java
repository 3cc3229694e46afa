package dev.gatehouse.platform.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.platform.config.ConfigurationException;
import dev.gatehouse.support.TlsSite;
import dev.gatehouse.support.TlsSite.Answer;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EgressTest {
    private static final int CAP = 5_000;
    private static final TlsSite SITE = TlsSite.start()
            .page("/", Answer.json("{}").with("ETag", "\"one\"").with("Set-Cookie", "a=b"))
            .page("/large", Answer.json("x".repeat(CAP + 1)))
            .page("/exact", Answer.json("x".repeat(CAP)))
            .page("/form", request -> Answer.json(request.body()))
            .page("/moved", Answer.status(302).with("Location", "/elsewhere"));

    private final Egress egress = Outbound.toLoopback();

    @AfterAll
    static void end() {
        SITE.close();
    }

    @Test
    void fetches_from_a_site_that_proves_its_name() {
        var fetched = fetched(EgressRequest.get(SITE.url("/")));

        assertThat(fetched.status()).isEqualTo(200);
        assertThat(fetched.body()).asString().isEqualTo("{}");
        assertThat(fetched.header("etag")).contains("\"one\"");
    }

    @Test
    void connects_to_the_address_under_the_name_that_was_asked_for() {
        fetched(EgressRequest.get(URI.create("https://app.site.example:" + SITE.port() + "/named?a=b%20c")));

        assertThat(SITE.requests())
                .filteredOn(request -> request.path().equals("/named?a=b%20c"))
                .singleElement()
                .satisfies(request ->
                        assertThat(request.headers().getFirst("Host")).isEqualTo("app.site.example:" + SITE.port()));
    }

    @Test
    void sends_the_headers_of_a_conditional_request() {
        fetched(EgressRequest.get(SITE.url("/conditional")).with("If-None-Match", "\"one\""));

        assertThat(SITE.requests())
                .filteredOn(request -> request.path().equals("/conditional"))
                .singleElement()
                .satisfies(request ->
                        assertThat(request.headers().getFirst("If-None-Match")).isEqualTo("\"one\""));
    }

    @Test
    void posts_a_form() {
        var fetched = fetched(EgressRequest.post(SITE.url("/form"), Map.of("code", "a b&c")));

        assertThat(fetched.body()).asString().isEqualTo("code=a+b%26c");
    }

    @Test
    void keeps_no_cookie() {
        fetched(EgressRequest.get(SITE.url("/")));
        fetched(EgressRequest.get(SITE.url("/after-the-cookie")));

        assertThat(SITE.requests())
                .filteredOn(request -> request.path().equals("/after-the-cookie"))
                .allSatisfy(request -> assertThat(request.headers()).doesNotContainKey("Cookie"));
    }

    @Test
    void hands_out_a_redirect_and_does_not_follow_it() {
        assertThat(fetched(EgressRequest.get(SITE.url("/moved"))).status()).isEqualTo(302);

        assertThat(SITE.requests("/elsewhere")).isZero();
    }

    @Test
    void reads_no_answer_beyond_the_cap() {
        assertThat(fetched(EgressRequest.get(SITE.url("/exact")).upTo(CAP)).body())
                .hasSize(CAP);
        assertFailed(EgressRequest.get(SITE.url("/large")).upTo(CAP), "larger than 5000 bytes");
    }

    @Test
    void does_not_speak_to_a_site_whose_certificate_names_another() {
        assertFailed(
                EgressRequest.get(URI.create("https://other.example:" + SITE.port() + "/wrong-name")),
                "did not prove who it is");

        assertThat(SITE.requests("/wrong-name")).isZero();
    }

    @Test
    void does_not_speak_to_a_site_whose_authority_is_unknown() {
        var strict = Outbound.of(Outbound.untrusting(), Outbound::loopback);

        assertThat(strict.fetch(EgressRequest.get(SITE.url("/untrusted"))))
                .isInstanceOfSatisfying(
                        EgressOutcome.Failed.class,
                        failed -> assertThat(failed.reason()).contains("did not prove who it is"));
        assertThat(SITE.requests("/untrusted")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://app.site.example/",
                "ftp://localhost/",
                "file:///etc/passwd",
                "https:opaque",
                "/relative",
                "https://user@localhost/",
                "https://user:secret@localhost/"
            })
    void refuses_a_url_that_is_not_plain_https(String url) {
        assertThat(egress.fetch(EgressRequest.get(URI.create(url)))).isInstanceOf(EgressOutcome.Refused.class);
    }

    @Test
    void reaches_a_host_of_our_own_network_for_the_operator_only() {
        var strict = Outbound.of(Outbound.settings(false), Outbound::loopback);
        var internal = EgressRequest.get(URI.create("https://internal.site.example:" + SITE.port() + "/internal"));
        var other = EgressRequest.get(URI.create("https://other.site.example:" + SITE.port() + "/internal"));

        assertThat(strict.fetch(internal)).isInstanceOf(EgressOutcome.Refused.class);
        assertThat(strict.fetch(other.namedByOperator())).isInstanceOf(EgressOutcome.Refused.class);
        assertThat(SITE.requests("/internal")).isZero();
        assertThat(strict.fetch(internal.namedByOperator())).isInstanceOf(EgressOutcome.Fetched.class);
    }

    @Test
    void refuses_an_authority_file_that_is_none() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Trust.of(Optional.of("/no/such/file.pem")))
                .withMessageStartingWith("Change gatehouse.outbound.extra-ca: '/no/such/file.pem'");
    }

    private EgressOutcome.Fetched fetched(EgressRequest request) {
        var outcome = egress.fetch(request);
        assertThat(outcome).isInstanceOf(EgressOutcome.Fetched.class);
        return (EgressOutcome.Fetched) outcome;
    }

    private void assertFailed(EgressRequest request, String reason) {
        assertThat(egress.fetch(request))
                .isInstanceOfSatisfying(
                        EgressOutcome.Failed.class,
                        failed -> assertThat(failed.reason()).contains(reason));
    }
}
