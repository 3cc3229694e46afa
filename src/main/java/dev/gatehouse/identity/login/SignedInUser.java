package dev.gatehouse.identity.login;

import dev.gatehouse.identity.user.Person;
import java.time.Instant;
import java.util.Set;

/**
 * A person in the browser session of that hash, with the time and the methods of their last sign-in (RFC 8176, such as
 * {@code pwd}).
 */
public record SignedInUser(Person person, String sessionHash, Instant authenticatedAt, Set<String> methods) {}
