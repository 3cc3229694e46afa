package dev.gatehouse.blackbox.configured;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Reply;
import dev.gatehouse.blackbox.support.Witness;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8705 §2.1 behind a proxy that ends TLS and passes the certificate on as RFC 9440 says. */
class TlsClientAuthenticationIT {
    @RegisterExtension
    static final Witness WITNESS = ConfiguredServer.witness();

    private static Reply ownToken(String certificate) {
        return Http.post("/oauth/token")
                .header("Client-Cert", certificate)
                .form(Map.of("grant_type", "client_credentials", "client_id", "machine"))
                .send();
    }

    @Test
    void proves_the_client_by_its_certificate() {
        assertThat(ownToken(":" + Certificates.MACHINE + ":").status()).isEqualTo(200);
    }

    @Test
    void proves_nothing_by_another_certificate() {
        Expect.refused(ownToken(":" + Certificates.OTHER + ":"), 401, "invalid_client");
    }

    @ParameterizedTest
    @ValueSource(strings = {"::", ":x:", "x", ":////:"})
    void proves_nothing_by_what_is_no_certificate(String header) {
        Expect.refused(ownToken(header), 401, "invalid_client");
    }

    @Test
    void proves_nothing_by_a_certificate_without_colons() {
        Expect.refused(ownToken(Certificates.MACHINE), 401, "invalid_client");
        assertThat(Base64.getDecoder().decode(Certificates.MACHINE)).isNotEmpty();
    }

    @Test
    void proves_nothing_without_a_certificate() {
        Expect.refused(OAuthDance.of("machine").ownToken(), 401, "invalid_client");
    }

    @Test
    void takes_no_secret_instead() {
        Expect.refused(
                OAuthDance.of("machine")
                        .authenticatingBy("client_secret_post", ConfiguredServer.SECRET)
                        .ownToken(),
                401,
                "invalid_client");
    }
}
