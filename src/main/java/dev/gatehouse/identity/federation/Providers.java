package dev.gatehouse.identity.federation;

import dev.gatehouse.identity.login.ReturnTarget;
import dev.gatehouse.identity.login.SignInAlternative;
import dev.gatehouse.identity.login.SignInAlternatives;
import dev.gatehouse.platform.config.ConfigReader;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The configured OpenID Providers, in their order; what is wrong with one stops the start. */
@ApplicationScoped
class Providers implements SignInAlternatives {
    @Inject
    ConfigReader config;

    @Inject
    ProvidersSettings settings;

    private List<Provider> all;

    @PostConstruct
    void read() {
        all = settings.providers().stream()
                .map(id -> new Provider(id, config.read(ProviderSettings.class, id)))
                .toList();
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object start) {}

    Optional<Provider> byId(String id) {
        return all.stream().filter(provider -> provider.id().equals(id)).findFirst();
    }

    Optional<Provider> byIssuer(String issuer) {
        return all.stream().filter(provider -> provider.issuer().equals(issuer)).findFirst();
    }

    @Override
    public List<SignInAlternative> leadingTo(ReturnTarget target) {
        return all.stream()
                .map(provider -> new SignInAlternative(provider.name(), target.by("/login/with/" + provider.id())))
                .toList();
    }
}
