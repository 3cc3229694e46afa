package dev.gatehouse.blackbox.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Browser;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Reply;
import dev.gatehouse.blackbox.support.Sut;
import dev.gatehouse.blackbox.support.Witness;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Many who sign in at once, each of whom costs a tenth of a second of one processor. */
@Execution(ExecutionMode.CONCURRENT)
class SignInCrowdIT {
    private static final int CROWD = 40;

    @RegisterExtension
    static final Witness WITNESS = Witness.asUsual().alone();

    @Test
    void leaves_others_their_tokens_and_turns_nobody_away_without_a_word() {
        var dance = OAuthDance.register();
        var tokens = dance.tokens(Demo.OWNER);
        var forms = IntStream.range(0, CROWD)
                .mapToObj(one -> {
                    var browser = new Browser();
                    var form = browser.open("/login")
                            .page()
                            .form()
                            .fill("email", "somebody-" + one + "@gatehouse.example")
                            .fill("password", "wrong");
                    return Sut.here(() -> browser.post(form));
                })
                .toList();

        try (var pool = Executors.newFixedThreadPool(CROWD)) {
            var crowd = forms.stream()
                    .map(form -> CompletableFuture.supplyAsync(form, pool))
                    .toList();
            CompletableFuture.anyOf(crowd.toArray(CompletableFuture[]::new)).join();

            assertThat(dance.refresh(tokens.getString("refresh_token")).status())
                    .isEqualTo(200);

            assertThat(crowd).as("those who still wait").anyMatch(one -> !one.isDone());
            var replies = crowd.stream().map(CompletableFuture::join).toList();
            assertThat(replies).extracting(Reply::status).isSubsetOf(401, 503).contains(401);
            assertThat(replies)
                    .filteredOn(reply -> reply.status() == 503)
                    .allSatisfy(SignInCrowdIT::saysWhenToTryAgain);
        }
    }

    private static void saysWhenToTryAgain(Reply reply) {
        assertThat(reply.header("Retry-After").orElseThrow()).matches("[1-9]\\d?");
        assertThat(reply.error()).isEqualTo("temporarily_unavailable");
        assertThat(reply.json().getString("detail")).contains("try again");
    }
}
