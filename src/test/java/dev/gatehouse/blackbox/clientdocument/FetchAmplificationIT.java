package dev.gatehouse.blackbox.clientdocument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Sut;
import dev.gatehouse.blackbox.support.Witness;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Attack 26: nobody can have a site flooded by naming many of its URLs as client ids. */
class FetchAmplificationIT {
    private static final int PER_MINUTE = 5;

    @AutoClose
    private static final ClientSite SITE = new ClientSite();

    @AutoClose
    private static Witness server;

    @BeforeAll
    static void start() {
        server = Witness.start(
                DocumentServer.directory(),
                process -> DocumentServer.open(process)
                        .property("gatehouse.outbound.fetches-per-minute-per-host", Integer.toString(PER_MINUTE)));
    }

    @BeforeEach
    void begin() {
        Sut.use(server.server().baseUrl());
    }

    @AfterEach
    void end() {
        Sut.useDefault();
    }

    @Test
    void a_hundred_urls_make_a_handful_of_requests_and_known_clients_go_on() {
        var dance = OAuthDance.of(SITE.publish());
        var tokens = dance.tokens(Demo.OWNER);

        var refused = IntStream.range(0, 100)
                .mapToObj(i -> OAuthDance.of(SITE.newId()).ask())
                .toList();

        assertThat(refused).allSatisfy(reply -> Expect.page(reply, 400));
        // A token comes back at most every twelve seconds.
        assertThat(SITE.site().requests().size()).isBetween(PER_MINUTE, PER_MINUTE + 3);
        assertThat(dance.ask().status()).isEqualTo(303);
        assertThat(dance.refresh(tokens.getString("refresh_token")).status()).isEqualTo(200);
    }
}
