package dev.gatehouse.admin.demo;

import dev.gatehouse.identity.apikey.ApiKeyFormat;
import dev.gatehouse.identity.apikey.ApiKeys;
import dev.gatehouse.identity.apikey.NewApiKey;
import dev.gatehouse.identity.organization.Memberships;
import dev.gatehouse.identity.organization.OrganizationRef;
import dev.gatehouse.identity.organization.Organizations;
import dev.gatehouse.identity.role.Permission;
import dev.gatehouse.identity.role.Roles;
import dev.gatehouse.identity.user.Person;
import dev.gatehouse.identity.user.Users;
import dev.gatehouse.platform.crypto.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts the people, organizations and keys of the demo into an empty database, all or nothing. */
@ApplicationScoped
class DemoData {
    private static final Map<String, OrganizationRef> ORGANIZATIONS = Map.of(
            "acme", new OrganizationRef("00000000-0000-4000-8000-00000000ac3e", "acme", "Acme"),
            "globex", new OrganizationRef("00000000-0000-4000-8000-0000000910be", "globex", "Globex"));

    /** Who answers for the demo keys of an organization. */
    private static final Map<String, String> ISSUERS =
            Map.of("acme", "owner@acme.example", "globex", "both@gatehouse.example");

    @Inject
    Users users;

    @Inject
    Organizations organizations;

    @Inject
    Memberships memberships;

    @Inject
    Roles roles;

    @Inject
    ApiKeys apiKeys;

    /** Seeds unless that has been done before; tells whether it did. */
    @Transactional
    boolean seed(DemoDataset dataset) {
        if (organizations.byId(ORGANIZATIONS.get("acme").id()).isPresent()) {
            return false;
        }
        ORGANIZATIONS.values().forEach(organizations::add);
        roles.add(
                ORGANIZATIONS.get("acme").id(),
                "support",
                EnumSet.of(Permission.APP_READ, Permission.ORGANIZATION_READ, Permission.MEMBER_READ));
        dataset.users().forEach(this::addUser);
        dataset.apiKeys().forEach(this::addKey);
        return true;
    }

    private void addUser(JsonObject user) {
        var email = user.getString("email");
        var person = Person.newcomer(email, name(email), user.getBoolean("platformAdmin"));
        users.add(person, users.hash(new Secret(user.getString("password"))));
        DemoDataset.list(user, "memberships")
                .forEach(membership -> memberships.add(
                        person.id(),
                        ORGANIZATIONS.get(membership.getString("organization")).id(),
                        DemoDataset.texts(membership, "roles")));
    }

    private void addKey(JsonObject key) {
        var organization = ORGANIZATIONS.get(key.getString("organization"));
        var issuer = users.byEmail(ISSUERS.get(organization.slug())).orElseThrow();
        var permissions = DemoDataset.texts(key, "permissions").stream()
                .map(name -> Permission.named(name).orElseThrow())
                .collect(Collectors.toSet());
        apiKeys.add(
                ApiKeyFormat.parse(new Secret(key.getString("key"))).orElseThrow(),
                new NewApiKey(
                        organization.name() + " demo key",
                        organization.id(),
                        issuer.id(),
                        permissions,
                        Optional.empty()));
    }

    private static String name(String email) {
        var local = email.substring(0, email.indexOf('@'));
        return Character.toUpperCase(local.charAt(0)) + local.substring(1);
    }
}
