package dev.gatehouse.oauth.authorize;

import dev.gatehouse.identity.login.SignedInUser;
import dev.gatehouse.identity.organization.OrganizationRef;
import dev.gatehouse.identity.user.Person;
import dev.gatehouse.oauth.settings.Scope;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** An authorization request that waits for a person: to sign in, to choose an organization, to consent. */
record PendingFlow(
        String id,
        String browserHash,
        String clientId,
        FlowEnd end,
        Set<Scope> scopes,
        String resource,
        Interaction interaction,
        Instant begunAt,
        Optional<String> continuedSession,
        Optional<String> organizationId,
        Optional<String> chosenBy) {

    /** Whether that person, and nobody who sat there before, chose that organization in this flow. */
    boolean chose(Person person, OrganizationRef organization) {
        return chosenBy.filter(person.id()::equals).isPresent()
                && organizationId.filter(organization.id()::equals).isPresent();
    }

    /** Whether the person said which account is meant: by signing in for this flow, or by going on with a session. */
    boolean accountSettled(SignedInUser user) {
        return !interaction.asksAccount()
                || !user.authenticatedAt().isBefore(begunAt)
                || continuedSession.filter(user.sessionHash()::equals).isPresent();
    }

    /** Whether a consent that is not needed need not be asked for. For a device it always is (RFC 8628 §5.4). */
    boolean sparesConsent() {
        return end instanceof FlowEnd.Redirect && !interaction.asksConsent();
    }

    /** The CSP source at which the person's browser ends up, besides this site. */
    Optional<String> leadsTo() {
        return end instanceof FlowEnd.Redirect redirect
                ? Optional.of(redirect.target().uri().cspSource())
                : Optional.empty();
    }

    /** The local path of the page that goes on with it. */
    String path() {
        return "/oauth/consent?flow=" + id;
    }
}
