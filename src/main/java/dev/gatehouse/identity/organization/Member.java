package dev.gatehouse.identity.organization;

import java.util.List;

/** An active member of an organization with the names of their roles. */
public record Member(String userId, String name, String email, List<String> roles) {}
