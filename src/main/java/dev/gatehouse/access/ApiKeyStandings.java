package dev.gatehouse.access;

import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.identity.apikey.ApiKeys;
import dev.gatehouse.identity.apikey.KeyVerification;
import dev.gatehouse.identity.apikey.VerifiedApiKey;
import dev.gatehouse.identity.organization.Memberships;
import dev.gatehouse.identity.user.Person;
import dev.gatehouse.identity.user.Users;
import dev.gatehouse.platform.crypto.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/**
 * For whom an API key stands at this moment: the person who issued it, within the key's organization and permissions.
 */
@ApplicationScoped
class ApiKeyStandings {
    @Inject
    ApiKeys apiKeys;

    @Inject
    Users users;

    @Inject
    Memberships memberships;

    @Transactional
    Recognition of(Secret presented) {
        return switch (apiKeys.verify(presented)) {
            case KeyVerification.Verified(var key) -> issuedBySomebody(key);
            case KeyVerification.Ended(var key) ->
                Recognition.invalid(subject(key), "The API key has expired or been revoked. Use another one.");
            case KeyVerification.NotGenuine notGenuine ->
                Recognition.invalid("The API key is unknown. Check that all of it was copied.");
        };
    }

    private Recognition issuedBySomebody(VerifiedApiKey key) {
        return users.byId(key.issuerId())
                .map(issuer -> issuedBy(issuer, key))
                .orElseGet(() ->
                        Recognition.invalid(subject(key), "The person who issued this API key is no longer active."));
    }

    private Recognition issuedBy(Person issuer, VerifiedApiKey key) {
        return memberships
                .usable(issuer, key.organizationId())
                .<Recognition>map(membership -> new Recognition.Recognized(new ApiKeyMcpActor(
                        issuer, membership.organization(), membership.limitedTo(key.permissions()::contains), key)))
                .orElseGet(() -> Recognition.forbidden(
                        ApiKeyMcpActor.subject(issuer, key),
                        "The person who issued this API key no longer has access to the application in its"
                                + " organization."));
    }

    private AuditSubject subject(VerifiedApiKey key) {
        return users.anyById(key.issuerId())
                .map(issuer -> ApiKeyMcpActor.subject(issuer, key))
                .orElseGet(AuditSubject::anonymous);
    }
}
