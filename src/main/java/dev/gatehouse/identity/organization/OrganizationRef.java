package dev.gatehouse.identity.organization;

/** An organization by its id, its slug for URLs and forms, and its name for people. */
public record OrganizationRef(String id, String slug, String name) {}
