package dev.gatehouse.blackbox.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.McpDriver;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Reply;
import dev.gatehouse.blackbox.support.Sut;
import dev.gatehouse.blackbox.support.Witness;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** {@code kill -9} while many are being served: what was acknowledged is there, and what was not is all or nothing. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("server killed under load")
class KillUnderLoadIT {
    private static final int ANSWERS_BEFORE = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    static final Witness WITNESS =
            Witness.with("gatehouse.oauth.refresh-token-grace", "PT10M").alone();

    private static final List<Chain> CHAINS = new ArrayList<>();
    private static final List<Naming> NAMINGS = new ArrayList<>();
    private static final List<Load> LOADS = new ArrayList<>();

    @BeforeAll
    static void kill_under_load_and_restart() throws InterruptedException {
        // The grace must outlast the restart: a client whose answer was lost comes back after it.
        Stream.of(Demo.OWNER, Demo.AUDITOR, Demo.OWNER, Demo.SUPPORT)
                .forEach(person -> CHAINS.add(new Chain(OAuthDance.register(), person)));
        NAMINGS.add(new Naming("Acme", Demo.ACME_KEY));
        NAMINGS.add(new Naming("Globex", Demo.GLOBEX_KEY));
        CHAINS.forEach(chain -> LOADS.add(new Load("oauth.token_refreshed", chain::refresh)));
        NAMINGS.forEach(naming -> LOADS.add(new Load("tool.call", naming::rename)));
        Stream.of(Demo.ACME_READ_KEY, Demo.GLOBEX_KEY)
                .forEach(key ->
                        LOADS.add(new Load("tool.call", () -> McpDriver.key(key).call("whoami"))));

        LOADS.forEach(Load::start);
        var deadline = Instant.now().plus(PATIENCE);
        while (!LOADS.stream().allMatch(Load::warm) && Instant.now().isBefore(deadline)) {
            Thread.sleep(5);
        }
        WITNESS.server().kill();
        for (var load : LOADS) {
            load.join();
        }
        WITNESS.server().start();
    }

    /** Otherwise it was not under load, or something else went wrong as well. */
    @Test
    void everybody_was_served_until_the_kill_and_nobody_was_refused() {
        assertThat(LOADS).allSatisfy(load -> {
            assertThat(load.acknowledged).hasSizeGreaterThanOrEqualTo(ANSWERS_BEFORE);
            assertThat(load.end).as("what ended it").isInstanceOf(UncheckedIOException.class);
        });
    }

    /** Whether or not its last rotation was done before the kill: the client did not see the answer. */
    @Test
    void each_chain_goes_on_from_the_last_token_that_was_acknowledged() {
        assertThat(CHAINS).allSatisfy(chain -> {
            var fresh = chain.dance.refresh(chain.current);
            assertThat(fresh.status()).as(fresh.body()).isEqualTo(200);
            Expect.accepted(fresh.json().getString("access_token"));

            var next = chain.dance.refresh(fresh.json().getString("refresh_token"));
            assertThat(next.status()).as(next.body()).isEqualTo(200);
        });
    }

    @Test
    void each_access_token_that_was_acknowledged_last_opens() {
        assertThat(CHAINS).allSatisfy(chain -> Expect.accepted(chain.accessToken));
    }

    @Test
    void each_organization_has_the_name_that_was_acknowledged_last_or_the_one_in_flight() {
        assertThat(NAMINGS)
                .allSatisfy(naming -> assertThat(naming.now()).isIn(naming.acknowledged(), naming.inFlight()));
    }

    @Test
    void a_name_is_there_exactly_when_its_record_is() {
        assertThat(NAMINGS)
                .allSatisfy(naming -> assertThat(recordedRenames(naming))
                        .as("records, and the name is " + naming.now())
                        .isEqualTo(naming.now().equals(naming.inFlight()) ? naming.tried : naming.tried - 1));
    }

    @Test
    void everything_that_was_acknowledged_has_its_one_record() {
        Map<String, List<String>> recorded =
                WITNESS.rows("select request_id, action from audit_record where outcome = 'success'").stream()
                        .collect(Collectors.groupingBy(
                                row -> String.valueOf(row.get("request_id")),
                                Collectors.mapping(row -> row.get("action"), Collectors.toList())));

        assertThat(LOADS)
                .allSatisfy(load -> assertThat(load.acknowledged)
                        .allSatisfy(request -> assertThat(recorded.get(request)).containsExactly(load.action)));
    }

    private static long recordedRenames(Naming naming) {
        return WITNESS.rows("""
            select a.id from audit_record a join identity_organization o on o.id = a.organization_id
            where a.target = 'rename_organization' and a.outcome = 'success' and o.slug = ?
            """, naming.organization.toLowerCase(Locale.ROOT)).size();
    }

    /** A client that refreshes and refreshes, and keeps what it was given last. */
    private static final class Chain {
        private final OAuthDance dance;
        private String current;
        private String accessToken;

        Chain(OAuthDance dance, Demo.User person) {
            this.dance = dance;
            keep(dance.tokens(person));
        }

        Reply refresh() {
            var reply = dance.refresh(current);
            if (reply.status() == 200) {
                keep(reply.json());
            }
            return reply;
        }

        private void keep(JsonObject tokens) {
            current = tokens.getString("refresh_token");
            accessToken = tokens.getString("access_token");
        }
    }

    /** Somebody who gives an organization one name after the other. */
    private static final class Naming {
        private final String organization;
        private final McpDriver caller;
        private int tried;

        Naming(String organization, String key) {
            this.organization = organization;
            this.caller = McpDriver.key(key);
        }

        Reply rename() {
            tried++;
            return caller.call(
                    "rename_organization",
                    Json.createObjectBuilder().add("name", inFlight()).build());
        }

        String inFlight() {
            return organization + " " + tried;
        }

        String acknowledged() {
            return organization + " " + (tried - 1);
        }

        String now() {
            return caller.result("whoami").getJsonObject("organization").getString("name");
        }
    }

    /** A thread that sends one request after the other until one has no good answer. */
    private static final class Load {
        private final String action;
        private final Supplier<Reply> request;
        private final List<String> acknowledged = new ArrayList<>();
        private volatile boolean warm;
        private volatile Throwable end;
        private Thread thread;

        Load(String action, Supplier<Reply> request) {
            this.action = action;
            this.request = Sut.here(request);
        }

        void start() {
            thread = Thread.ofPlatform().daemon().start(this::run);
        }

        void join() throws InterruptedException {
            thread.join(PATIENCE);
        }

        boolean warm() {
            return warm || end != null;
        }

        private void run() {
            try {
                while (true) {
                    acknowledge(request.get());
                    warm = acknowledged.size() >= ANSWERS_BEFORE;
                }
            } catch (RuntimeException | AssertionError e) {
                end = e;
            }
        }

        private void acknowledge(Reply reply) {
            assertThat(reply.status()).as(reply.body()).isEqualTo(200);
            assertThat(reply.body()).doesNotContain("\"isError\":true");
            acknowledged.add(reply.header("X-Request-Id").orElseThrow());
        }
    }
}
