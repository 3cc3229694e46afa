package dev.gatehouse.oauth.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserCodeTest {

    @Test
    void has_eight_letters_that_make_no_word_and_look_like_no_other() {
        assertThat(IntStream.range(0, 1_000).mapToObj(turn -> UserCode.random()))
                .allSatisfy(
                        code -> assertThat(code.shown()).matches("[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}"))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BCDF-GHJK", "bcdf-ghjk", "BCDFGHJK", " bcdf ghjk ", "B.C.D.F.G.H.J.K", "BCDF–GHJK"})
    void is_the_same_however_it_is_typed(String typed) {
        assertThat(UserCode.typed(typed).hash()).isEqualTo(new UserCode("BCDFGHJK").hash());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "BCDF-GHJ", "BCDF-GHJKL", "BCDF-GHJL"})
    void is_another_when_a_letter_differs(String typed) {
        assertThat(UserCode.typed(typed).hash()).isNotEqualTo(new UserCode("BCDFGHJK").hash());
    }

    @Test
    void is_not_printed() {
        assertThat(UserCode.random()).hasToString("UserCode[hidden]");
    }
}
