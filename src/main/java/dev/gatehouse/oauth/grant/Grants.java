package dev.gatehouse.oauth.grant;

import dev.gatehouse.oauth.client.GrantTypes;
import dev.gatehouse.platform.registry.Registry;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every grant there is, by its wire name; metadata, registration and the token endpoint all ask here. */
@ApplicationScoped
public class Grants implements GrantTypes {
    @Inject
    @Any
    Instance<Grant> found;

    private Registry<Grant> grants;

    @PostConstruct
    void index() {
        grants = Registry.of(found.stream().filter(Grant::served), Grant::grantType);
    }

    @Override
    public Set<String> supported() {
        return grants.names();
    }

    /** The profiles of the JWT bearer grant that are served, as metadata lists them; null without any. */
    public List<String> profiles() {
        return grants.named(JwtBearerGrant.TYPE)
                .map(served -> List.of(IdentityAssertions.PROFILE))
                .orElse(null);
    }

    Optional<Grant> named(String grantType) {
        return grants.named(grantType);
    }
}
