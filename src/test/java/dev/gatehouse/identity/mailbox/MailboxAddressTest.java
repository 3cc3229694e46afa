package dev.gatehouse.identity.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxAddressTest {
    @ParameterizedTest
    @CsvSource({
        "a@b, a@b",
        " Somebody@Acme.Example , somebody@acme.example",
        "o'neill+x@mail.acme-1.example, o'neill+x@mail.acme-1.example"
    })
    void is_what_html_takes_in_the_form_in_which_it_is_kept(String typed, String kept) {
        assertThat(MailboxAddress.of(typed)).contains(new MailboxAddress(kept));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "a",
                "a@",
                "@b",
                "a@b@c",
                "a b@c",
                "a@b c",
                "a@-b",
                "a@b-",
                "a@b..c",
                "a@.b",
                "x<a@b>",
                "\"a\"@b",
                "a(x)@b",
                "a,c@b",
                "a@b\nBcc: c@d",
                "ä@b",
                "a@[127.0.0.1]"
            })
    void is_nothing_else(String typed) {
        assertThat(MailboxAddress.of(typed)).isEmpty();
    }

    @Test
    void is_no_longer_than_a_mail_server_takes() {
        var domain = "@" + "b".repeat(63) + "." + "c".repeat(63) + "." + "d".repeat(57);

        assertThat(MailboxAddress.of("a".repeat(64) + domain)).isPresent();
        assertThat(MailboxAddress.of("a".repeat(65) + "@b")).isEmpty();
        assertThat(MailboxAddress.of("a".repeat(64) + domain + ".eeeeeee")).isEmpty();
    }

    @Test
    void is_read_in_time_whatever_it_is() {
        var hostile = "a@" + "b.".repeat(500_000);

        assertTimeout(
                Duration.ofSeconds(1),
                () -> assertThat(MailboxAddress.of(hostile)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"a@b, a@b", "a+x@b, a@b", "a+x+y@b, a@b", "+x@b, +x@b"})
    void has_a_form_without_its_tag(String typed, String untagged) {
        assertThat(new MailboxAddress(typed).untagged()).isEqualTo(untagged);
    }
}
