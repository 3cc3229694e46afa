package dev.gatehouse.oauth.grant;

import dev.gatehouse.identity.user.Users;
import dev.gatehouse.platform.config.ConfigurationException;
import dev.gatehouse.platform.config.Default;
import dev.gatehouse.platform.config.Loopback;
import dev.gatehouse.platform.config.Settings;
import dev.gatehouse.platform.crypto.VerificationKeys;
import java.net.URI;
import java.net.URISyntaxException;
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

    private static final String PREFIX = "gatehouse.trusted-issuer.*.";
    private static final Duration LONGEST = Duration.ofHours(1);

    /** Refuses an issuer whose signatures could not be checked, or whose assertions would be good for too long. */
    TrustedIssuerSettings {
        requireHttps("issuer", issuer);
        if (jwksUri.isPresent() == jwks.isPresent()) {
            throw new ConfigurationException(
                    "Set exactly one of " + PREFIX + "jwks-uri and .jwks for the issuer " + issuer + ".");
        }
        jwksUri.ifPresent(uri -> requireHttps("jwks-uri", uri));
        if (jwks.filter(set -> !hasKeys(set)).isPresent()) {
            throw refuse("jwks", "it must be a JWK set of one or more public keys, for the issuer " + issuer);
        }
        if (emailDomains.stream().anyMatch(domain -> domain.contains("@"))) {
            throw refuse("email-domains", "what follows the @ is enough");
        }
        if (!assertionLifetime.isPositive() || assertionLifetime.compareTo(LONGEST) > 0) {
            throw refuse("assertion-lifetime", "it must be more than PT0S and at most " + LONGEST);
        }
        emailDomains = emailDomains.stream().map(Users::account).toList();
    }

    private static boolean hasKeys(String jwks) {
        return VerificationKeys.parse(jwks)
                .filter(keys -> keys.knows(Optional.empty()))
                .isPresent();
    }

    private static void requireHttps(String key, String url) {
        try {
            var uri = new URI(url);
            boolean local = "http".equals(uri.getScheme()) && Loopback.is(uri);
            if (uri.getHost() != null && ("https".equals(uri.getScheme()) || local)) {
                return;
            }
        } catch (URISyntaxException e) {
            // Told below.
        }
        throw refuse(key, "'" + url + "' must be an https URL");
    }

    private static ConfigurationException refuse(String key, String why) {
        return new ConfigurationException("Change " + PREFIX + key + ": " + why + ".");
    }

    /** Whether its word counts for that e-mail address: a domain is not its subdomains. */
    boolean speaksOf(String email) {
        var account = Users.account(email);
        return emailDomains.isEmpty() || emailDomains.contains(account.substring(account.lastIndexOf('@') + 1));
    }
}
