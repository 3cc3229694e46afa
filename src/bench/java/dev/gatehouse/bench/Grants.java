package dev.gatehouse.bench;

import dev.gatehouse.blackbox.support.Browser;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Reply;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;

/** Grants of one client by one person, each made by the whole authorization code flow; the person signs in once. */
final class Grants {
    private static final String ORGANIZATION = "acme";

    private final String clientId = OAuthDance.register().clientId();
    private final Browser browser = new Browser();

    Grants() {
        dance().allow(Demo.OWNER, ORGANIZATION);
    }

    String clientId() {
        return clientId;
    }

    String accessToken() {
        return tokens().getString("access_token");
    }

    List<String> refreshTokens(int number) {
        return Stream.generate(() -> tokens().getString("refresh_token"))
                .limit(number)
                .toList();
    }

    private JsonObject tokens() {
        var dance = dance();
        return dance.redeem(OAuthDance.code(allowed(dance))).json();
    }

    /** An allowed client may be let through at once. */
    private static Reply allowed(OAuthDance dance) {
        var reply = dance.authorize();
        return reply.header("Location").isPresent() ? reply : dance.answer(reply, ORGANIZATION);
    }

    private OAuthDance dance() {
        return OAuthDance.of(clientId).in(browser);
    }
}
