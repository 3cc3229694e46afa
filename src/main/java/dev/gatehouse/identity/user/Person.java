package dev.gatehouse.identity.user;

/** Somebody who may sign in: the id never changes, the e-mail address is in lower case. */
public record Person(String id, String email, String name, boolean platformAdmin) {}
