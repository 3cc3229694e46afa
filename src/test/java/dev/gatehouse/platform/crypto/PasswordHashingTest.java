package dev.gatehouse.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PasswordHashingTest {
    private static final int CROWD = 64;

    private final PasswordHashing hashing = new PasswordHashing(1);

    @Test
    void knows_a_password_again() {
        var hash = hashing.hash(new Secret("correct horse battery"));

        assertThat(hashing.verify(new Secret("correct horse battery"), hash)).isTrue();
        assertThat(hashing.verify(new Secret("correct horse batterY"), hash)).isFalse();
        assertThat(hashing.verifyNobody(new Secret("correct horse battery"))).isFalse();
    }

    @Test
    void refuses_whoever_would_have_to_wait_behind_a_full_line_and_recovers() throws InterruptedException {
        var start = new CountDownLatch(1);
        try (var crowd = Executors.newFixedThreadPool(CROWD)) {
            var attempts = IntStream.range(0, CROWD)
                    .mapToObj(person -> crowd.submit(() -> {
                        start.await();
                        return hashing.verifyNobody(new Secret("x"));
                    }))
                    .toList();
            start.countDown();
            crowd.shutdown();

            assertThat(attempts.stream().filter(PasswordHashingTest::refused).count())
                    .isBetween(1L, (long) CROWD - 17);
        }
        assertThat(hashing.verifyNobody(new Secret("x"))).isFalse();
    }

    private static boolean refused(Future<Boolean> attempt) {
        try {
            attempt.get();
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } catch (java.util.concurrent.ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(PasswordHashingBusyException.class);
            return true;
        }
    }
}
