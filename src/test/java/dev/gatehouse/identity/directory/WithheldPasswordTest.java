package dev.gatehouse.identity.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.gatehouse.platform.crypto.Secret;
import jakarta.security.enterprise.credential.Password;
import java.lang.reflect.Modifier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WithheldPasswordTest {
    private final WithheldPassword password = new WithheldPassword();

    @Test
    void is_given_to_whoever_asks_during_the_query() {
        var given = WithheldPassword.during(new Secret("the secret"), () -> new String(password.getValue()));

        assertThat(given).isEqualTo("the secret");
    }

    @Test
    void is_gone_when_the_query_is_over_however_it_ended() {
        assertThatIllegalStateException()
                .isThrownBy(() -> WithheldPassword.during(new Secret("the secret"), () -> {
                    throw new IllegalStateException();
                }));

        assertThat(password.getValue()).isEmpty();
    }

    /** What a server does that writes down what it was working on. */
    @Test
    void stands_in_no_field() throws ReflectiveOperationException {
        for (var field : Password.class.getDeclaredFields()) {
            field.setAccessible(true);
            assertThat((char[]) field.get(password)).as(field.getName()).isEmpty();
        }
        assertThat(Stream.of(WithheldPassword.class.getDeclaredFields()))
                .allMatch(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == char[].class);
    }
}
