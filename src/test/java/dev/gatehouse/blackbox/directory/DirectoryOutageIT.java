package dev.gatehouse.blackbox.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.access.Newcomer;
import dev.gatehouse.blackbox.support.Audit;
import dev.gatehouse.blackbox.support.Browser;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.LdapServer;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Reply;
import dev.gatehouse.blackbox.support.Sut;
import dev.gatehouse.blackbox.support.Witness;
import dev.gatehouse.support.TlsSite;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A directory, asked over TLS and as nobody, that makes no people, and that is slow or away for a while. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("directory outage")
class DirectoryOutageIT {
    /** How long an answer of the directory is waited for. */
    private static final Duration WAITED_FOR = Duration.ofSeconds(3);

    private static final Duration SOON = Duration.ofSeconds(5);

    @AutoClose
    private static final LdapServer DIRECTORY = LdapServer.start(TlsSite.context());

    @RegisterExtension
    static final Witness WITNESS = Witness.with(
                    "javax.net.ssl.trustStore", TlsSite.trustStore("changeit").toString())
            .and("javax.net.ssl.trustStorePassword", "changeit")
            .and("gatehouse.ldap.url", "ldaps://localhost:" + DIRECTORY.port())
            .and("gatehouse.ldap.search-base", LdapServer.BASE)
            .alone();

    private final Demo.User person = new Demo.User(UUID.randomUUID() + "@corp.example", "Xk7 directory password");

    @BeforeEach
    void somebody_is_in_the_directory() {
        DIRECTORY.forget();
        DIRECTORY.add(person);
        requireAsked();
    }

    @AfterEach
    void look_back() {
        DIRECTORY.forget();
    }

    @Test
    void signs_in_whoever_has_an_account_without_a_password() {
        requireWelcome(attempt(known()));
    }

    @Test
    void makes_nobody_an_account_unless_it_may() {
        var reply = attempt(person);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(DIRECTORY.binds()).isNotEmpty();
        assertThat(WITNESS.rows("select id from identity_user where email = ?", person.email()))
                .isEmpty();
    }

    @Test
    void says_what_to_do_while_it_is_away_whoever_asks() {
        var known = known();
        DIRECTORY.away();
        try {
            var replies = Stream.of(
                            known,
                            new Demo.User(known.email(), "wrong"),
                            new Demo.User("stranger@corp.example", "wrong"),
                            new Demo.User(Demo.OWNER.email(), "wrong"))
                    .map(DirectoryOutageIT::attempt)
                    .toList();

            assertThat(replies).allSatisfy(reply -> {
                assertThat(reply.status()).isEqualTo(503);
                assertThat(reply.body())
                        .contains("the directory of your organization does not answer", "Wait a minute and try again");
                assertThat(reply.page().asksFor("password")).isTrue();
                assertThat(reply.headers().allValues("Set-Cookie"))
                        .noneMatch(cookie -> cookie.contains("gatehouse_session"));
                assertThat(Audit.during(reply))
                        .extracting(event -> event.getString("action") + " " + event.getString("outcome"))
                        .containsExactly("login.sign_in refused");
            });
        } finally {
            DIRECTORY.back();
        }
        requireAsked();
        requireWelcome(attempt(known));
    }

    @Test
    void lets_people_with_a_password_here_in_while_it_is_away() {
        DIRECTORY.away();
        try {
            var before = Instant.now();

            requireWelcome(attempt(Demo.OWNER));

            assertThat(Duration.between(before, Instant.now())).isLessThan(SOON);
        } finally {
            DIRECTORY.back();
        }
    }

    @Test
    void is_not_waited_for_longer_than_a_few_seconds() {
        var known = known();
        DIRECTORY.delay(Duration.ofSeconds(20));
        var before = Instant.now();

        var reply = attempt(known);

        assertThat(reply.status()).isEqualTo(503);
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void holds_up_neither_tokens_nor_other_people_while_it_is_slow() {
        var trusted = OAuthDance.trusted();
        trusted.introspect("nothing");
        DIRECTORY.delay(Duration.ofSeconds(20));
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var attempts = Stream.generate(() -> CompletableFuture.supplyAsync(
                            Sut.here(() -> attempt(person).status()), crowd))
                    .limit(8)
                    .toList();
            requireAsking();

            var before = Instant.now();
            for (int i = 0; i < 10; i++) {
                assertThat(trusted.introspect("nothing").status()).isEqualTo(200);
            }
            // Each of them held up as long as the directory is waited for would be twice that.
            assertThat(Duration.between(before, Instant.now())).isLessThan(WAITED_FOR.multipliedBy(5));
            assertThat(attempts).extracting(CompletableFuture::join).containsOnly(503);
        }
        assertThat(DIRECTORY.asked()).isLessThanOrEqualTo(8);
    }

    /** A directory that did not answer is left alone for a few seconds. */
    private static void requireAsked() {
        var deadline = Instant.now().plusSeconds(20);
        int status;
        do {
            status = attempt(new Demo.User("stranger@corp.example", "wrong")).status();
        } while (status != 401 && Instant.now().isBefore(deadline));
        assertThat(status).isEqualTo(401);
        DIRECTORY.forget();
    }

    /** The first of them has come as far as the directory. */
    private static void requireAsking() {
        var deadline = Instant.now().plusSeconds(20);
        while (DIRECTORY.asked() == 0 && Instant.now().isBefore(deadline)) {
            Thread.onSpinWait();
        }
        assertThat(DIRECTORY.asked()).isPositive();
    }

    private Demo.User known() {
        var newcomer = Newcomer.to(WITNESS.database()).joins("acme", "admin");
        WITNESS.database()
                .change(
                        "update identity_user set password_hash = null, email = ? where id = ?",
                        person.email(),
                        newcomer.id());
        return person;
    }

    private static Reply attempt(Demo.User user) {
        var browser = new Browser();
        return browser.post(browser.open("/login?return_to=/logout")
                .page()
                .form()
                .fill("email", user.email())
                .fill("password", user.password()));
    }

    private static void requireWelcome(Reply reply) {
        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.location().text()).isEqualTo(Sut.url("/logout"));
    }
}
