package dev.gatehouse.blackbox.rfc6749;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.AccessTokenClaims;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Witness;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * RFC 9700 §4.14.2: a refresh token's life is anew with each use, but none outlives the authorization. Told with the
 * default times by moving the ends in the database.
 */
class RefreshLifetimeIT {
    private static final Duration LIFETIME = Duration.ofDays(30);
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String CURRENT = """
        select t.hash from oauth_refresh_token t join oauth_grant g on g.id = t.grant_id
        where g.client_id = ? and t.rotated_at is null\
        """;

    @RegisterExtension
    static final Witness WITNESS = Witness.asUsual();

    private final OAuthDance dance = OAuthDance.register();
    private final JsonObject tokens = dance.tokens(Demo.OWNER);
    private final String refreshToken = tokens.getString("refresh_token");

    private OffsetDateTime endAuthorizationIn(Duration time) {
        var end = OffsetDateTime.now().plus(time);
        WITNESS.database()
                .changeElsewhere("update oauth_grant set expires_at = ? where client_id = ?", end, dance.clientId());
        return end;
    }

    private void endRefreshTokenIn(Duration time) {
        WITNESS.database()
                .change(
                        "update oauth_refresh_token set expires_at = ?"
                                + " where grant_id in (select id from oauth_grant where client_id = ?)",
                        OffsetDateTime.now().plus(time),
                        dance.clientId());
    }

    @Test
    void slides_with_each_use() {
        endRefreshTokenIn(Duration.ofHours(1));

        assertThat(dance.refresh(refreshToken).status()).isEqualTo(200);

        var expected = OffsetDateTime.now().plus(LIFETIME);
        assertThat(WITNESS.rows(
                        CURRENT + " and t.expires_at between ? and ?",
                        dance.clientId(),
                        expected.minus(TOLERANCE),
                        expected.plus(TOLERANCE)))
                .hasSize(1);
    }

    @Test
    void ends_with_the_authorization_however_late_it_is_refreshed() {
        var end = endAuthorizationIn(Duration.ofMinutes(10));

        var refreshed = dance.refresh(refreshToken);

        assertThat(refreshed.status()).as(refreshed.body()).isEqualTo(200);
        assertThat(refreshed.json().getInt("expires_in")).isBetween(1, 600);
        assertThat(AccessTokenClaims.unverified(refreshed.json().getString("access_token"))
                        .getJsonNumber("exp")
                        .longValue())
                .isEqualTo(end.toEpochSecond());
        assertThat(WITNESS.rows(CURRENT, dance.clientId())).hasSize(1);
        assertThat(WITNESS.rows(CURRENT + " and t.expires_at = g.expires_at", dance.clientId()))
                .hasSize(1);
    }

    @Test
    void is_refused_after_the_end_of_the_authorization_as_are_its_access_tokens() {
        var successor = dance.refresh(refreshToken).json();
        endAuthorizationIn(Duration.ofSeconds(-1));

        Expect.refused(dance.refresh(successor.getString("refresh_token")), 400, "invalid_grant");
        Expect.refused(dance.refresh(refreshToken), 400, "invalid_grant");
        Expect.dead(tokens.getString("access_token"));
        Expect.dead(successor.getString("access_token"));
    }

    @Test
    void is_refused_after_its_own_end_and_takes_nothing_else_with_it() {
        endRefreshTokenIn(Duration.ofSeconds(-1));

        Expect.refused(dance.refresh(refreshToken), 400, "invalid_grant");

        Expect.accepted(tokens.getString("access_token"));
        assertThat(WITNESS.rows(
                        "select id from oauth_grant where client_id = ? and revoked_at is null", dance.clientId()))
                .hasSize(1);
    }
}
