package dev.gatehouse.oauth.token;

import dev.gatehouse.oauth.error.OAuthAction;
import dev.gatehouse.oauth.settings.OAuthSettings;
import dev.gatehouse.oauth.settings.ProtectedResources;
import dev.gatehouse.platform.crypto.JwsKey;
import dev.gatehouse.platform.crypto.JwtClaims;
import dev.gatehouse.platform.crypto.Secret;
import dev.gatehouse.platform.crypto.SignedJwt;
import dev.gatehouse.platform.crypto.SigningAlgorithm;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Access tokens without container and database: minting, the first verification, and every later one. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class AccessTokenBenchmark {
    private static final String BASE_URL = "https://mcp.example.com";

    private final JwsKey key = JwsKey.generate(SigningAlgorithm.ES256);
    private final Authorization authorization = new Authorization(
            "0198a1f2-family",
            Optional.of("0198a1f2-user"),
            "0198a1f2-client",
            Set.of(dev.gatehouse.oauth.settings.Scope.MCP),
            BASE_URL + "/mcp",
            Instant.MAX,
            Optional.empty());
    private final Issuance issuance =
            new Issuance(null, authorization, Optional.empty(), Optional.empty(), OAuthAction.TOKEN_ISSUED);
    private final AccessTokens tokens = new AccessTokens();
    private String compact;

    /** Puts stand-ins where container and database would be. */
    @Setup
    public void prepare() {
        tokens.keys = new OneKey(key);
        tokens.standing = new OneStanding(authorization);
        tokens.resources = new OneResource();
        tokens.settings = new OAuthSettings(
                Duration.ofMinutes(15),
                Duration.ofMinutes(1),
                Duration.ofHours(1),
                Duration.ofDays(30),
                Duration.ofDays(180),
                Duration.ofSeconds(30),
                List.of("/mcp"),
                10);
        tokens.clock = Clock.systemUTC();
        compact = mint().token().reveal();
        if (!(verifyAgain() instanceof TokenVerification.Verified)
                || verifySignature().isEmpty()) {
            throw new IllegalStateException("the token is refused");
        }
    }

    /** Claims and an ES256 signature. */
    @Benchmark
    public MintedToken mint() {
        return tokens.mint(issuance);
    }

    /** What the first request with a token costs: parsing and the signature. */
    @Benchmark
    public Optional<SignedJwt> verifySignature() {
        return SignedJwt.verify(compact, AccessTokens.TYPE, tokens.keys::byId);
    }

    /** What every later request costs before the database is asked: a hash, the cache, the claims. */
    @Benchmark
    public TokenVerification verifyAgain() {
        return tokens.verify(new Secret(compact));
    }

    private static final class OneKey extends SigningKeys {
        private final JwsKey key;

        OneKey(JwsKey key) {
            this.key = key;
        }

        @Override
        JwsKey forAccessTokens() {
            return key;
        }

        @Override
        Optional<JwsKey> byId(String id) {
            return Optional.of(key).filter(known -> known.id().equals(id));
        }
    }

    private static final class OneStanding extends RecentStanding {
        private final Authorization authorization;

        OneStanding(Authorization authorization) {
            this.authorization = authorization;
        }

        @Override
        Optional<Authorization> of(JwtClaims claims) {
            return Optional.of(authorization);
        }
    }

    private static final class OneResource extends ProtectedResources {
        @Override
        public String issuer() {
            return BASE_URL;
        }

        @Override
        public String audience() {
            return BASE_URL + "/mcp";
        }
    }
}
