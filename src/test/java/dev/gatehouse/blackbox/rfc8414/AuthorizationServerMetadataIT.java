package dev.gatehouse.blackbox.rfc8414;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.Sut;
import org.junit.jupiter.api.Test;

class AuthorizationServerMetadataIT {

    @Test
    void names_the_configured_issuer_whatever_host_is_asked() {
        var metadata = Http.get("/.well-known/oauth-authorization-server")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Proto", "https")
                .send();

        assertThat(metadata.status()).isEqualTo(200);
        assertThat(metadata.json().getString("issuer")).isEqualTo(Sut.url(""));
        assertThat(metadata.body()).doesNotContain("evil.example");
    }

    @Test
    void reads_the_same_as_openid_configuration() {
        assertThat(Http.get("/.well-known/openid-configuration").send().body())
                .isEqualTo(Http.get("/.well-known/oauth-authorization-server")
                        .send()
                        .body());
    }
}
