package dev.gatehouse.identity.login;

import dev.gatehouse.identity.user.Person;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who has proven one factor by those methods (RFC 8176): on the way in, known by the hash of a cookie that
 * opens nothing else, or signed in already and asked for more.
 */
public record HalfSignedIn(Person person, Set<String> methods, Optional<String> pendingHash) {}
