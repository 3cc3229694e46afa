package dev.gatehouse.identity.federation;

import java.util.Optional;
import java.util.Set;

/**
 * Who a provider says that somebody is. The subject never changes and is nobody else's there; the e-mail address counts
 * only where the provider has verified it. The methods are those of RFC 8176, as far as they matter here.
 */
record FederatedPerson(
        String issuer,
        String subject,
        Optional<String> email,
        boolean emailVerified,
        String name,
        Set<String> methods) {
    Optional<String> verifiedEmail() {
        return email.filter(address -> emailVerified);
    }
}
