package dev.gatehouse.oauth.grant;

import dev.gatehouse.oauth.client.Client;
import dev.gatehouse.oauth.client.UsedAssertions;
import dev.gatehouse.oauth.settings.ProtectedResources;
import dev.gatehouse.platform.crypto.ForeignJwt;
import dev.gatehouse.platform.crypto.JwtClaims;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Identity assertion authorization grants (ID-JAG, draft-ietf-oauth-identity-assertion-authz-grant): an identity
 * provider's word that a person may use us through one client, good once.
 */
@ApplicationScoped
class IdentityAssertions {
    static final String PROFILE = "urn:ietf:params:oauth:grant-profile:id-jag";
    static final String TYPE = "oauth-id-jag+jwt";
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final int MAX_SUBJECT = 255;
    private static final int MAX_EMAIL = 320;

    @Inject
    TrustedIssuers issuers;

    @Inject
    UsedAssertions used;

    @Inject
    ProtectedResources resources;

    @Inject
    Clock clock;

    /** What came of an assertion. */
    sealed interface Check {
        /** A trusted issuer says so: the subject has that e-mail address. */
        record Asserted(String email, String issuer, JwtClaims claims) implements Check {
            String subject() {
                return claims.string("sub").orElseThrow();
            }
        }

        /** It proves nothing. */
        record Refused(String why) implements Check {}
    }

    Check check(String assertion, Client client, Optional<String> keyThumbprint) {
        var jwt = ForeignJwt.parse(assertion).filter(parsed -> parsed.type().equals(TYPE));
        if (jwt.isEmpty()) {
            return new Check.Refused("the assertion must be a signed " + TYPE);
        }
        var issuer = jwt.get().claims().string("iss").flatMap(issuers::named);
        if (issuer.isEmpty() || !issuers.signed(issuer.get(), jwt.get())) {
            return new Check.Refused("the assertion is not signed by an issuer that is trusted here");
        }
        return problem(jwt.get().claims(), issuer.get(), client, keyThumbprint)
                .<Check>map(Check.Refused::new)
                .orElseGet(() -> asserted(jwt.get().claims(), issuer.get()));
    }

    /** Whether this is the first use of an assertion, by one insertion that only one caller can do. */
    boolean useUp(Check.Asserted assertion) {
        var claims = assertion.claims();
        return used.first(
                "id_jag",
                assertion.issuer(),
                claims.string("jti").orElseThrow(),
                claims.instant("exp").orElseThrow().plus(SKEW));
    }

    private Optional<String> problem(
            JwtClaims claims, TrustedIssuerSettings issuer, Client client, Optional<String> keyThumbprint) {
        // One audience only: an assertion for two servers could be replayed by one at the other.
        if (!claims.audiences().equals(List.of(resources.issuer()))) {
            return Optional.of("aud must be " + resources.issuer() + " alone");
        }
        if (!claims.string("client_id").equals(Optional.of(client.id()))) {
            return Optional.of("client_id must be that of the authenticated client");
        }
        if (claims.string("resource").filter(resources::known).isEmpty()) {
            return Optional.of("resource must be " + resources.audience());
        }
        if (claims.values().containsKey("authorization_details")) {
            return Optional.of("authorization_details are not understood here");
        }
        if (!confirmed(claims, keyThumbprint)) {
            return Optional.of("cnf names another key than the one that was proven");
        }
        return fit(claims.string("sub"), MAX_SUBJECT).isEmpty()
                        || claims.string("jti").isEmpty()
                ? Optional.of("sub and jti must be there, sub with at most " + MAX_SUBJECT + " characters")
                : untimely(claims, issuer);
    }

    private Optional<String> untimely(JwtClaims claims, TrustedIssuerSettings issuer) {
        var now = clock.instant();
        var issued = claims.instant("iat");
        var expires = claims.instant("exp");
        if (issued.isEmpty() || expires.isEmpty()) {
            return Optional.of("iat and exp must be there");
        }
        if (!expires.get().plus(SKEW).isAfter(now)) {
            return Optional.of("the assertion has expired");
        }
        return issued.get().isAfter(now.plus(SKEW))
                        || issued.get()
                                .plus(issuer.assertionLifetime())
                                .plus(SKEW)
                                .isBefore(now)
                        || expires.get()
                                .isAfter(now.plus(issuer.assertionLifetime()).plus(SKEW))
                ? Optional.of("the assertion must be fresh and live no longer than " + issuer.assertionLifetime())
                : Optional.empty();
    }

    private static boolean confirmed(JwtClaims claims, Optional<String> keyThumbprint) {
        return switch (claims.values().get("cnf")) {
            case null -> true;
            case Map<?, ?> confirmation ->
                keyThumbprint.filter(key -> key.equals(confirmation.get("jkt"))).isPresent();
            default -> false;
        };
    }

    private static Check asserted(JwtClaims claims, TrustedIssuerSettings issuer) {
        var email = fit(claims.string(issuer.emailClaim()), MAX_EMAIL);
        if (email.isEmpty()) {
            return new Check.Refused("the assertion names nobody in " + issuer.emailClaim());
        }
        if (claims.values().containsKey("email_verified") && !claims.isTrue("email_verified")) {
            return new Check.Refused("the issuer has not verified the e-mail address: email_verified is not true");
        }
        return issuer.speaksOf(email.get())
                ? new Check.Asserted(email.get(), issuer.issuer(), claims)
                : new Check.Refused("the issuer is not trusted with e-mail addresses of this domain");
    }

    private static Optional<String> fit(Optional<String> text, int length) {
        return text.filter(value -> value.length() <= length && value.chars().noneMatch(Character::isISOControl));
    }
}
