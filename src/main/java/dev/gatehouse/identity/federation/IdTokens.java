package dev.gatehouse.identity.federation;

import dev.gatehouse.platform.crypto.ForeignJwt;
import dev.gatehouse.platform.crypto.JwtClaims;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** ID tokens of providers, as OpenID Connect Core §3.1.3.7 has them checked; every refusal looks the same. */
@ApplicationScoped
class IdTokens {
    private static final Duration LEEWAY = Duration.ofMinutes(1);
    private static final int MAX_SUBJECT = 255;
    private static final int MAX_EMAIL = 320;
    /** An access token or a logout token is no proof of a sign-in, whoever signed it (RFC 8725 §3.11). */
    private static final Set<String> TYPES = Set.of("", "jwt");

    @Inject
    ProviderDocuments documents;

    @Inject
    Clock clock;

    Optional<FederatedPerson> verify(Provider provider, ProviderMetadata metadata, String idToken, String nonce) {
        return ForeignJwt.parse(idToken)
                .filter(token -> TYPES.contains(token.type()))
                .filter(token -> documents
                        .keys(metadata, token.keyId())
                        .filter(token::signedBy)
                        .isPresent())
                .map(ForeignJwt::claims)
                .filter(claims ->
                        claims.string("iss").filter(provider.issuer()::equals).isPresent())
                .filter(claims -> forUs(claims, provider))
                .filter(this::current)
                .filter(claims -> claims.string("nonce").filter(nonce::equals).isPresent())
                .flatMap(claims -> person(provider, claims));
    }

    private static boolean forUs(JwtClaims claims, Provider provider) {
        var us = provider.settings().clientId();
        var party = claims.string("azp");
        return claims.audiences().contains(us)
                && (claims.audiences().size() == 1 || party.isPresent())
                && party.map(us::equals).orElse(true);
    }

    private boolean current(JwtClaims claims) {
        Instant now = clock.instant();
        return claims.instant("exp").filter(now.minus(LEEWAY)::isBefore).isPresent()
                && claims.instant("iat").filter(now.plus(LEEWAY)::isAfter).isPresent();
    }

    private static Optional<FederatedPerson> person(Provider provider, JwtClaims claims) {
        var email = claims.string("email")
                .filter(address ->
                        address.length() <= MAX_EMAIL && address.matches("[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+"));
        return claims.string("sub")
                .filter(subject ->
                        subject.length() <= MAX_SUBJECT && subject.chars().noneMatch(Character::isISOControl))
                .map(subject -> new FederatedPerson(
                        provider.issuer(),
                        subject,
                        email,
                        claims.isTrue("email_verified"),
                        claims.string("name").orElse(""),
                        methods(claims)));
    }

    private static Set<String> methods(JwtClaims claims) {
        var methods = new HashSet<>(Set.of("fed"));
        if (claims.values().get("amr") instanceof List<?> theirs && theirs.contains("mfa")) {
            methods.add("mfa");
        }
        return Set.copyOf(methods);
    }
}
