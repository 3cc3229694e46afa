package dev.gatehouse.blackbox.clientdocument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.StrictServer;
import dev.gatehouse.blackbox.support.Witness;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Attack 26: nobody can have a site flooded by naming many of its URLs as client ids. */
class FetchAmplificationIT {

    @AutoClose
    private static final ClientSite SITE = new ClientSite();

    @RegisterExtension
    static final Witness WITNESS = StrictServer.witness();

    @Test
    void a_hundred_urls_make_a_handful_of_requests_and_known_clients_go_on() {
        var dance = OAuthDance.of(SITE.publish());
        var consent =
                dance.browser().signIn(dance.browser().visit(dance.pushedPath()).page(), Demo.OWNER);
        var tokens =
                dance.redeem(OAuthDance.code(dance.answer(consent, "acme"))).json();

        var refused = IntStream.range(0, 100)
                .mapToObj(i -> OAuthDance.of(SITE.newId()).ask())
                .toList();

        assertThat(refused).allSatisfy(reply -> Expect.page(reply, 400));
        // A token comes back at most every twelve seconds.
        assertThat(SITE.site().requests().size())
                .isBetween(StrictServer.FETCHES_PER_MINUTE, StrictServer.FETCHES_PER_MINUTE + 3);
        assertThat(dance.browser().open(dance.pushedPath()).status()).isEqualTo(303);
        assertThat(dance.refresh(tokens.getString("refresh_token")).status()).isEqualTo(200);
    }
}
