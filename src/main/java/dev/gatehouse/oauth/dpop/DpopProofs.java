package dev.gatehouse.oauth.dpop;

import dev.gatehouse.oauth.client.UsedAssertions;
import dev.gatehouse.platform.crypto.Digests;
import dev.gatehouse.platform.crypto.ForeignJwt;
import dev.gatehouse.platform.crypto.JwtClaims;
import dev.gatehouse.platform.crypto.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Proofs of possession (RFC 9449 §4.3): each is about one request, made just now, and counts once on all nodes. */
@ApplicationScoped
public class DpopProofs {
    static final String TYPE = "dpop+jwt";
    private static final int MAX_JTI = 200;

    @Inject
    UsedAssertions used;

    @Inject
    DpopNonces nonces;

    @Inject
    DpopSettings settings;

    @Inject
    Clock clock;

    /** Checks the proof of a request, if it has one. */
    public DpopCheck check(DpopRequest request) {
        if (request.proofs().isEmpty()) {
            return new DpopCheck.Absent();
        }
        if (request.proofs().size() > 1) {
            return new DpopCheck.Invalid("send exactly one DPoP header");
        }
        return ForeignJwt.parse(request.proofs().getFirst().strip())
                .filter(jwt -> jwt.type().equals(TYPE))
                .map(jwt -> check(jwt, request))
                .orElseGet(() -> new DpopCheck.Invalid("the proof is no " + TYPE + " with a supported algorithm"));
    }

    private DpopCheck check(ForeignJwt proof, DpopRequest request) {
        var thumbprint = proof.thumbprintOfOwnKey();
        if (thumbprint.isEmpty()) {
            return new DpopCheck.Invalid("the proof is not signed with the key in its header");
        }
        var problem = problem(proof.claims(), request);
        if (problem.isPresent()) {
            return new DpopCheck.Invalid(problem.get());
        }
        if (!nonceFits(proof.claims())) {
            return new DpopCheck.NonceNeeded(nonces.fresh());
        }
        // Last: what is not genuine must not use up somebody's jti.
        return used.first("dpop", thumbprint.get(), proof.claims().string("jti").orElseThrow(), forgettable())
                ? new DpopCheck.Proven(thumbprint.get())
                : new DpopCheck.Invalid("the proof has been used before");
    }

    private Optional<String> problem(JwtClaims claims, DpopRequest request) {
        if (claims.string("jti").filter(jti -> jti.length() <= MAX_JTI).isEmpty()) {
            return Optional.of("the proof must have a jti of at most " + MAX_JTI + " characters");
        }
        if (!claims.string("htm").equals(Optional.of(request.method()))) {
            return Optional.of("htm must be " + request.method());
        }
        if (claims.string("htu").filter(url -> same(url, request.url())).isEmpty()) {
            return Optional.of("htu must be " + request.url());
        }
        if (claims.instant("iat").filter(this::justNow).isEmpty()) {
            return Optional.of("iat must be now");
        }
        var expected = request.accessToken().map(Secret::reveal).map(Digests::sha256);
        return expected.isPresent() && !claims.string("ath").equals(expected)
                ? Optional.of("ath must be the hash of the access token")
                : Optional.empty();
    }

    private boolean justNow(Instant made) {
        return Duration.between(made, clock.instant()).abs().compareTo(settings.proofLifetime()) <= 0;
    }

    private boolean nonceFits(JwtClaims claims) {
        return claims.string("nonce").map(nonces::accepts).orElse(!settings.nonceRequired());
    }

    /** A proof may be dated into the future as far as into the past. */
    private Instant forgettable() {
        return clock.instant().plus(settings.proofLifetime().multipliedBy(2));
    }

    /** RFC 9449 §4.3: without query and fragment, scheme and host in any case, and the default port left out or not. */
    private static boolean same(String claimed, String actual) {
        try {
            return normal(new URI(claimed)).equals(normal(new URI(actual)));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String normal(URI uri) {
        var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        int standard = scheme.equals("https") ? 443 : 80;
        int port = uri.getPort() < 0 ? standard : uri.getPort();
        return scheme + "://" + String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT) + ":" + port + uri.getRawPath();
    }
}
