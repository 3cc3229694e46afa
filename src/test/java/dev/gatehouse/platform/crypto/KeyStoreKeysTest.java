package dev.gatehouse.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.platform.config.ConfigurationException;
import dev.gatehouse.support.KeyTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyStoreKeysTest {
    private static final String PASSWORD = "changeit";

    @TempDir
    static Path directory;

    private static Path file;

    @BeforeAll
    static void make_a_key_store() throws Exception {
        file = directory.resolve("keys.p12");
        generate("ec", "-keyalg", "EC", "-groupname", "secp256r1");
        generate("rsa", "-keyalg", "RSA", "-keysize", "2048");
        generate("p384", "-keyalg", "EC", "-groupname", "secp384r1");
        generate("short", "-keyalg", "RSA", "-keysize", "1024");
        generate("ed", "-keyalg", "Ed25519");
    }

    @Test
    void reads_keys_in_the_order_of_their_names() {
        assertThat(read("rsa", "ec"))
                .extracting(JwsKey::algorithm)
                .containsExactly(SigningAlgorithm.RS256, SigningAlgorithm.ES256);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ec", "rsa"})
    void signs_what_the_published_half_verifies(String alias) throws Exception {
        var key = read(alias).getFirst();
        var compact = key.sign("at+jwt", Map.of("n", 1L));

        assertThat(SignedJwt.verify(compact, "at+jwt", id -> Optional.of(key)))
                .contains(new SignedJwt(key.id(), Map.of("n", 1L)));
        assertThat(key.id()).isEqualTo(Jose.read(key).calculateBase64urlEncodedThumbprint("SHA-256"));
        assertThat(key.publicJwk()).doesNotContainKey("d").containsEntry("use", "sig");
    }

    @Test
    void has_no_private_half_to_give_away() {
        assertThat(read("ec", "rsa"))
                .allSatisfy(key -> assertThat(key.privateJwk()).doesNotContain("\"d\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "p384", "short", "ed"})
    void refuses_a_name_behind_which_is_nothing_to_sign_with(String alias) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> read(alias))
                .withMessageContaining("gatehouse.crypto.key-store.aliases")
                .withMessageContaining("'" + alias + "'");
    }

    @Test
    void refuses_a_wrong_password_without_telling_it() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> KeyStoreKeys.read(settings(file, Optional.of("not-the-password"), "ec")))
                .withMessageContaining("gatehouse.crypto.key-store")
                .withMessageNotContaining("not-the-password");
    }

    @Test
    void refuses_a_file_that_is_not_there_or_no_key_store() throws IOException {
        var nonsense = Files.writeString(directory.resolve("nonsense"), "nonsense");

        for (var path : List.of(directory.resolve("missing"), nonsense)) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> KeyStoreKeys.read(settings(path, Optional.of(PASSWORD), "ec")))
                    .withMessageContaining("gatehouse.crypto.key-store");
        }
    }

    @Test
    void refuses_a_provider_configuration_that_leads_to_no_token() throws IOException {
        var configuration =
                Files.writeString(directory.resolve("pkcs11.cfg"), "name = None\nlibrary = /nowhere/libpkcs11.so\n");
        var settings = new KeyStoreSettings(
                List.of("ec"), Optional.empty(), "PKCS12", Optional.of(configuration.toString()), Optional.empty());

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> KeyStoreKeys.read(settings))
                .withMessageContaining("provider-config");
    }

    @Test
    void reads_nothing_without_names() {
        assertThat(KeyStoreKeys.read(new KeyStoreSettings(
                        List.of(), Optional.empty(), "PKCS12", Optional.empty(), Optional.empty())))
                .isEmpty();
    }

    @Test
    void refuses_names_without_one_place_to_look_for_them() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> new KeyStoreSettings(
                        List.of("ec"), Optional.empty(), "PKCS12", Optional.empty(), Optional.empty()));
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> new KeyStoreSettings(
                        List.of("ec"), Optional.of("a"), "PKCS12", Optional.of("b"), Optional.empty()));
    }

    @Test
    void keeps_the_password_out_of_logs() {
        assertThat(settings(file, Optional.of(PASSWORD), "ec").toString()).doesNotContain(PASSWORD);
    }

    private static List<JwsKey> read(String... aliases) {
        return KeyStoreKeys.read(settings(file, Optional.of(PASSWORD), aliases));
    }

    private static KeyStoreSettings settings(Path path, Optional<String> password, String... aliases) {
        return new KeyStoreSettings(
                List.of(aliases), Optional.of(path.toString()), "PKCS12", Optional.empty(), password);
    }

    private static void generate(String alias, String... options) throws Exception {
        KeyTool.generate(file, PASSWORD, alias, options);
    }
}
