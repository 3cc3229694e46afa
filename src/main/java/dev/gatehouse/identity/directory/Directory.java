package dev.gatehouse.identity.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.identitystore.IdentityStore.ValidationType;
import jakarta.security.enterprise.identitystore.LdapIdentityStoreDefinition;
import jakarta.security.enterprise.identitystore.LdapIdentityStoreDefinition.LdapSearchScope;

/**
 * Describes the directory to the server, whose identity store then speaks LDAP with it (Jakarta Security §3.3). The
 * server reads the description when it is asked for the first time, which never happens without a directory. How long a
 * connection or an answer may take stands in {@code jndi.properties}.
 */
@ApplicationScoped
@Named("directory")
@LdapIdentityStoreDefinition(
        url = "#{directory.url()}",
        bindDn = "#{directory.bindDn()}",
        bindDnPassword = "#{directory.bindPassword()}",
        callerSearchBase = "#{directory.searchBase()}",
        callerSearchFilter = "#{directory.searchFilter()}",
        callerNameAttribute = "#{directory.mailAttribute()}",
        callerSearchScope = LdapSearchScope.SUBTREE,
        readTimeout = 3_000,
        useFor = ValidationType.VALIDATE)
public class Directory {
    @Inject
    DirectorySettings settings;

    void start(@Observes @Initialized(ApplicationScoped.class) Object start) {
        // What is wrong with the settings stops the start.
        settings.enabled();
    }

    /** Where it is; several URLs, tried one after the other, are separated by spaces. */
    public String url() {
        return settings.url().orElse("");
    }

    /** As whom to search; empty for nobody. */
    public String bindDn() {
        return settings.bindDn().orElse("");
    }

    /** Their password. */
    public String bindPassword() {
        return settings.bindPassword().orElse("");
    }

    /** The entry below which people are. */
    public String searchBase() {
        return settings.searchBase().orElse("");
    }

    /** Finds the person of an address, which stands in place of {@code %s}. */
    public String searchFilter() {
        return "(&" + settings.filter() + "(" + settings.mailAttribute() + "=%s))";
    }

    /** The attribute with the address. */
    public String mailAttribute() {
        return settings.mailAttribute();
    }
}
