package dev.gatehouse.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsKeyTest {

    @Settings("gatehouse.example")
    record Example(@Default("1") int plain, @Default("") List<String> allowedOriginsV2, Optional<String> key) {}

    private static final List<SettingsKey> KEYS = SettingsKey.of(Example.class);

    @Test
    void writes_component_names_in_kebab_case_behind_the_prefix() {
        assertThat(KEYS)
                .extracting(SettingsKey::name)
                .containsExactly(
                        "gatehouse.example.plain", "gatehouse.example.allowed-origins-v2", "gatehouse.example.key");
    }

    @Test
    void tells_an_empty_default_from_none() {
        assertThat(KEYS)
                .extracting(SettingsKey::defaultValue)
                .containsExactly(Optional.of("1"), Optional.of(""), Optional.empty());
    }

    @Test
    void knows_lists_and_what_may_be_left_out() {
        assertThat(KEYS).extracting(SettingsKey::list).containsExactly(false, true, false);
        assertThat(KEYS).extracting(SettingsKey::optional).containsExactly(false, false, true);
    }

    @Settings("gatehouse.group.*")
    private record Group(String member) {}

    @Test
    void puts_the_name_of_a_group_into_the_prefix() {
        assertThat(SettingsKey.of(Group.class, "one"))
                .extracting(SettingsKey::name)
                .containsExactly("gatehouse.group.one.member");
    }
}
