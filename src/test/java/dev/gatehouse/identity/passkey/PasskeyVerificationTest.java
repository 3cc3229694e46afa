package dev.gatehouse.identity.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Page;
import dev.gatehouse.blackbox.support.Reply;
import dev.gatehouse.blackbox.support.SoftwareAuthenticator;
import dev.gatehouse.platform.config.DeploymentSettings;
import dev.gatehouse.platform.crypto.Secret;
import dev.gatehouse.platform.http.Parameters;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PasskeyVerificationTest {
    private static final String ORIGIN = "https://mcp.example.com";
    private static final String USER = "00000000-0000-4000-8000-000000000001";

    private final PasskeyVerification verification = new PasskeyVerification();
    private final PasskeyChallenge challenge =
            new PasskeyChallenge(Secret.random().reveal(), Instant.EPOCH);
    private final SoftwareAuthenticator device =
            new SoftwareAuthenticator().at(ORIGIN).forRelyingParty("mcp.example.com");

    @BeforeEach
    void deploy() {
        verification.deployment = new DeploymentSettings(URI.create(ORIGIN));
    }

    @Test
    void takes_a_passkey_and_its_answers() {
        var passkey = stored(verification.made(made(), challenge).orElseThrow());

        assertThat(verification.answered(answered(3), challenge, passkey)).contains(3L);
    }

    @Test
    void takes_no_answer_to_another_challenge() {
        var passkey = stored(verification.made(made(), challenge).orElseThrow());
        var other = new PasskeyChallenge(Secret.random().reveal(), Instant.EPOCH);

        assertThat(verification.answered(answered(0), other, passkey)).isEmpty();
        assertThat(verification.made(made(), other)).isEmpty();
    }

    @Test
    void takes_no_answer_of_another_passkey() {
        var passkey = stored(verification.made(made(), challenge).orElseThrow());
        var other = new SoftwareAuthenticator().at(ORIGIN).forRelyingParty("mcp.example.com");
        other.make(page("add"));

        assertThat(verification.answered(form(other.answer(page("use"))), challenge, passkey))
                .isEmpty();
    }

    /** Whatever is changed, no exception gets out. The seed is fixed, so that a failure comes again. */
    @Test
    void takes_nothing_that_was_changed_in_any_byte() {
        var random = new Random(42);
        var passkey = stored(verification.made(made(), challenge).orElseThrow());
        for (var field : List.of("client_data", "authenticator_data", "signature")) {
            for (int round = 0; round < 100; round++) {
                assertThat(verification.answered(changed(answered(0), field, random), challenge, passkey))
                        .as(field)
                        .isEmpty();
            }
        }
        for (int round = 0; round < 300; round++) {
            verification.made(changed(made(), "attestation_object", random), challenge);
        }
    }

    private Parameters made() {
        return form(device.make(page("add")));
    }

    private Parameters answered(int count) {
        return form(device.counting(count).answer(page("use")));
    }

    private Reply page(String kind) {
        var html =
                "<form action=\"/x\" data-passkey=\"%s\" data-challenge=\"%s\" data-user-handle=\"%s\"><input name=\"issued\" value=\"0\"></form>"
                        .formatted(kind, challenge.value(), base64(USER.getBytes(StandardCharsets.UTF_8)));
        return new Reply(URI.create(ORIGIN), 200, HttpHeaders.of(Map.of(), (name, value) -> true), html);
    }

    private static Parameters changed(Parameters form, String field, Random random) {
        var bytes = Base64.getUrlDecoder().decode(form.text(field));
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        var values = new HashMap<>(form.values());
        values.put(field, List.of(base64(bytes)));
        return new Parameters(values);
    }

    private static Parameters form(Page.Form form) {
        var values = new HashMap<String, List<String>>();
        form.fields().forEach((name, value) -> values.put(name, List.of(value)));
        return new Parameters(values);
    }

    private static StoredPasskey stored(NewPasskey made) {
        return new StoredPasskey(
                "id",
                USER,
                "My key",
                made.credentialId(),
                made.publicKey(),
                made.backupEligible(),
                made.signCount(),
                Instant.EPOCH);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
