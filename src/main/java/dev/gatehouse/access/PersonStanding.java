package dev.gatehouse.access;

import dev.gatehouse.identity.user.Person;

/** An active person, and the organization that they act in now, or why there is none. */
record PersonStanding(Person person, OrganizationResolution organization) {}
