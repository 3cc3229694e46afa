package dev.gatehouse.identity.login;

import dev.gatehouse.identity.user.Person;

/** A person in the browser session of that hash. */
public record SignedInUser(Person person, String sessionHash) {}
