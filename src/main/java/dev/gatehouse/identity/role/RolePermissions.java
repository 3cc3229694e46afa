package dev.gatehouse.identity.role;

import dev.gatehouse.platform.json.JsonFormatException;
import dev.gatehouse.platform.json.StrictJson;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * From the names of roles to permissions. Built-in names cannot be redefined; what is unknown or malformed grants
 * nothing and never throws.
 */
final class RolePermissions {
    private RolePermissions() {}

    /** Whether no custom role is named, so that none has to be read. */
    static boolean builtInOnly(String roles) {
        return Stream.of(roles.split(","))
                .map(String::strip)
                .allMatch(name -> BuiltInRole.named(name).isPresent());
    }

    /** The union over comma-separated role names, custom roles given as name to JSON array of permission names. */
    static Set<Permission> union(String roles, Map<String, String> customRoles) {
        var union = EnumSet.noneOf(Permission.class);
        Stream.of(roles.split(","))
                .map(String::strip)
                .forEach(name -> union.addAll(BuiltInRole.named(name)
                        .map(BuiltInRole::permissions)
                        .orElseGet(() -> parse(customRoles.getOrDefault(name, "[]")))));
        return union;
    }

    private static Set<Permission> parse(String json) {
        try {
            return StrictJson.value(json.getBytes(StandardCharsets.UTF_8)) instanceof JsonArray names
                    ? known(names)
                    : EnumSet.noneOf(Permission.class);
        } catch (JsonFormatException e) {
            return EnumSet.noneOf(Permission.class);
        }
    }

    private static Set<Permission> known(JsonArray names) {
        var known = EnumSet.noneOf(Permission.class);
        names.stream()
                .filter(JsonString.class::isInstance)
                .map(name -> ((JsonString) name).getString())
                .flatMap(name -> Permission.named(name).stream())
                .forEach(known::add);
        return known;
    }
}
