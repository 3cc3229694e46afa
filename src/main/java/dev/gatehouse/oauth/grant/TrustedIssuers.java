package dev.gatehouse.oauth.grant;

import dev.gatehouse.platform.config.ConfigReader;
import dev.gatehouse.platform.crypto.ForeignJwt;
import dev.gatehouse.platform.crypto.RemoteKeys;
import dev.gatehouse.platform.crypto.VerificationKeys;
import dev.gatehouse.platform.persistence.Migrations;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The identity providers that the operator trusts to vouch for people, and their keys. */
@ApplicationScoped
class TrustedIssuers {
    @Inject
    ConfigReader config;

    @Inject
    RemoteKeys remote;

    private List<TrustedIssuerSettings> trusted;

    void read(@Observes @Priority(Migrations.PRIORITY - 1) @Initialized(ApplicationScoped.class) Object start) {
        trusted = config.read(TrustedIssuerNames.class).trustedIssuers().stream()
                .map(name -> config.read(TrustedIssuerSettings.class, name))
                .toList();
    }

    /** Whether there is any, so that the grant means something here. */
    boolean any() {
        return !trusted.isEmpty();
    }

    /** The issuer of that name, exactly. */
    Optional<TrustedIssuerSettings> named(String issuer) {
        return trusted.stream()
                .filter(candidate -> candidate.issuer().equals(issuer))
                .findFirst();
    }

    /** Whether an issuer signed a JWT. */
    boolean signed(TrustedIssuerSettings issuer, ForeignJwt jwt) {
        return issuer.jwks()
                .flatMap(VerificationKeys::parse)
                .or(() -> issuer.jwksUri().map(URI::create).flatMap(uri -> remote.ofIssuer(uri, jwt.keyId())))
                .filter(jwt::signedBy)
                .isPresent();
    }
}
