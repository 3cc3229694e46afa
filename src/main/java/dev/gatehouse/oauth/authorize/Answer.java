package dev.gatehouse.oauth.authorize;

import dev.gatehouse.identity.organization.OrganizationRef;
import dev.gatehouse.identity.user.Person;
import dev.gatehouse.platform.crypto.Secret;

/** What a person's answer to an authorization request led to. */
sealed interface Answer {
    /** The client may; the code is what it gets. */
    record Approved(Person person, OrganizationRef organization, String familyId, Secret code) implements Answer {}

    /** The client may not. */
    record Denied() implements Answer {}

    /** Somebody, probably a second click, has answered before. */
    record AlreadyAnswered() implements Answer {}
}
