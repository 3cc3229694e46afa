package dev.gatehouse.oauth.grant;

import dev.gatehouse.identity.user.Users;
import dev.gatehouse.platform.config.ConfigurationException;
import dev.gatehouse.platform.config.Default;
import dev.gatehouse.platform.config.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An identity provider whose word about a person counts (enterprise-managed authorization); the {@code *} is a name for
 * it. A subject's first assertion means whoever here has the e-mail address in {@code emailClaim}, which must be in one
 * of {@code emailDomains} where there are any.
 */
@Settings("gatehouse.trusted-issuer.*")
record TrustedIssuerSettings(
        String issuer,
        Optional<String> jwksUri,
        Optional<String> jwks,
        @Default("email") String emailClaim,
        List<String> emailDomains,
        @Default("PT5M") Duration assertionLifetime) {

    /** Refuses an issuer whose signatures could not be checked. */
    TrustedIssuerSettings {
        if (jwksUri.isPresent() == jwks.isPresent()) {
            throw new ConfigurationException(
                    "Set exactly one of gatehouse.trusted-issuer.*.jwks-uri and .jwks for the issuer " + issuer + ".");
        }
        if (!assertionLifetime.isPositive()) {
            throw new ConfigurationException(
                    "Change gatehouse.trusted-issuer.*.assertion-lifetime: it must be positive.");
        }
        if (emailDomains.stream().anyMatch(domain -> domain.contains("@"))) {
            throw new ConfigurationException(
                    "Change gatehouse.trusted-issuer.*.email-domains: what follows the @ is enough.");
        }
        emailDomains = emailDomains.stream().map(Users::account).toList();
        jwksUri.ifPresent(URI::create);
    }

    /** Whether its word counts for that e-mail address: a domain is not its subdomains. */
    boolean speaksOf(String email) {
        var account = Users.account(email);
        return emailDomains.isEmpty() || emailDomains.contains(account.substring(account.lastIndexOf('@') + 1));
    }
}
