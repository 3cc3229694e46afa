package dev.gatehouse.oauth.token;

import dev.gatehouse.identity.login.PasswordDependents;
import dev.gatehouse.identity.user.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Ends the authorizations of whoever gets a new password: somebody else may have given them with the old one. */
@ApplicationScoped
class PasswordConnections implements PasswordDependents {
    @Inject
    TokenFamilies families;

    @Inject
    FamilyRevocation revocation;

    @Override
    @Transactional
    public void passwordReplaced(Person person) {
        families.livingOf(person.id()).forEach(revocation::passwordReplaced);
    }
}
