package dev.gatehouse.identity.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.login.PasswordCheck;
import dev.gatehouse.platform.crypto.Secret;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DirectoryPasswordsTest {

    /** Nothing else is there to be asked: the store would not even be made. */
    @Test
    void asks_nobody_when_no_directory_is_named() {
        var passwords = new DirectoryPasswords();
        passwords.settings = new DirectorySettings(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "(objectClass=person)",
                "mail",
                true,
                Optional.empty(),
                List.of());

        assertThat(passwords.check("owner@acme.example", new Secret("anything")))
                .isInstanceOf(PasswordCheck.Wrong.class);
    }
}
