package dev.gatehouse.identity.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.platform.config.ConfigurationException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectorySettingsTest {
    private static final String URL = "ldaps://ldap.example.com";
    private static final String BASE = "ou=people,dc=example,dc=com";
    private static final String FILTER = "(objectClass=person)";

    @Test
    void has_no_directory_unless_one_is_named() {
        assertThat(settings(null, null, FILTER, "mail").enabled()).isFalse();
        assertThat(settings(URL, BASE, FILTER, "mail").enabled()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ldaps://ldap.example.com",
                "ldaps://ldap.example.com:1636",
                "ldaps://one.example.com ldaps://two.example.com",
                "ldap://localhost:1389",
                "ldap://127.0.0.1:1389",
            })
    void takes_a_directory_that_is_asked_over_tls_or_on_this_machine(String url) {
        assertThat(settings(url, BASE, FILTER, "mail").url()).contains(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ldap://ldap.example.com",
                "ldap://localhost.example.com",
                "ldaps://one.example.com ldap://two.example.com",
                "https://ldap.example.com",
                "ldaps:",
                "ldaps://",
                "ldap.example.com",
                "ldaps://two words",
                " ",
            })
    void refuses_a_directory_to_which_passwords_would_travel_in_the_clear(String url) {
        refused("gatehouse.ldap.url", url, BASE, FILTER, "mail");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "people", "ou"})
    void refuses_a_search_base_that_is_no_name(String base) {
        refused("gatehouse.ldap.search-base", URL, base, FILTER, "mail");
    }

    @Test
    void refuses_to_search_nowhere() {
        refused("gatehouse.ldap.search-base", URL, null, FILTER, "mail");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "objectClass=person", "(objectClass=person", "(mail=%s)"})
    void refuses_a_filter_that_is_not_one(String filter) {
        refused("gatehouse.ldap.filter", URL, BASE, filter, "mail");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mail)(uid=*", "1mail", "e mail"})
    void refuses_an_attribute_that_is_not_one(String attribute) {
        refused("gatehouse.ldap.mail-attribute", URL, BASE, FILTER, attribute);
    }

    @Test
    void refuses_a_name_without_a_password_and_a_password_without_a_name() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> settings(Optional.of("cn=reader"), Optional.empty()))
                .withMessageContaining("gatehouse.ldap.bind-dn");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> settings(Optional.empty(), Optional.of("secret")))
                .withMessageContaining("gatehouse.ldap.bind-dn");
    }

    @Test
    void does_not_tell_the_password_when_it_is_printed() {
        assertThat(settings(Optional.of("cn=reader"), Optional.of("the-secret")).toString())
                .doesNotContain("the-secret");
    }

    private static void refused(String key, String url, String base, String filter, String attribute) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> settings(url, base, filter, attribute))
                .withMessageContaining(key);
    }

    private static DirectorySettings settings(String url, String base, String filter, String attribute) {
        return new DirectorySettings(
                Optional.ofNullable(url),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(base),
                filter,
                attribute,
                false,
                Optional.empty(),
                List.of("employee"));
    }

    private static DirectorySettings settings(Optional<String> bindDn, Optional<String> bindPassword) {
        return new DirectorySettings(
                Optional.of(URL),
                bindDn,
                bindPassword,
                Optional.of(BASE),
                FILTER,
                "mail",
                false,
                Optional.empty(),
                List.of("employee"));
    }
}
