package dev.gatehouse.identity.directory;

import dev.gatehouse.platform.config.ConfigurationException;
import dev.gatehouse.platform.config.Default;
import dev.gatehouse.platform.config.Loopback;
import dev.gatehouse.platform.config.Settings;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/** The LDAP directory in which people's passwords are looked up, if there is one, and who may come from it. */
@Settings("gatehouse.ldap")
public record DirectorySettings(
        Optional<String> url,
        Optional<String> bindDn,
        Optional<String> bindPassword,
        Optional<String> searchBase,
        @Default("(objectClass=person)") String filter,
        @Default("mail") String mailAttribute,
        @Default("false") boolean createsPeople,
        Optional<String> organization,
        @Default("employee") List<String> roles) {

    /** Refuses a directory to which passwords would travel in the clear, and one in which nobody could be found. */
    public DirectorySettings {
        url.ifPresent(urls -> Stream.of(urls.split(" ", -1)).forEach(DirectorySettings::requireSafe));
        if (url.isPresent() && searchBase.filter(DirectorySettings::name).isEmpty()) {
            throw change(
                    "search-base", "it must be the name of the entry below which people are, as dc=example,dc=com");
        }
        if (bindDn.isPresent() != bindPassword.isPresent()) {
            throw change("bind-dn", "it and bind-password go together");
        }
        if (!filter.startsWith("(") || !filter.endsWith(")") || filter.contains("%")) {
            throw change("filter", "it must be one filter in parentheses, as (objectClass=person), without %");
        }
        if (!mailAttribute.matches("[A-Za-z][A-Za-z0-9-]*")) {
            throw change("mail-attribute", "it must be the name of an attribute, as mail");
        }
    }

    /** Whether there is a directory. */
    public boolean enabled() {
        return url.isPresent();
    }

    @Override
    public String toString() {
        return "DirectorySettings[" + url.orElse("none") + "]";
    }

    private static void requireSafe(String text) {
        try {
            var url = URI.create(text);
            boolean local = "ldap".equals(url.getScheme()) && Loopback.is(url);
            if (url.getHost() != null && ("ldaps".equals(url.getScheme()) || local)) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // Told like any other.
        }
        throw change("url", "'" + text + "' must be ldaps://host:port, because passwords travel over it");
    }

    private static boolean name(String text) {
        try {
            return !new LdapName(text).isEmpty();
        } catch (InvalidNameException e) {
            return false;
        }
    }

    private static ConfigurationException change(String key, String why) {
        return new ConfigurationException("Change gatehouse.ldap." + key + ": " + why + ".");
    }
}
