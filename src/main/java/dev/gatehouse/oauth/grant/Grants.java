package dev.gatehouse.oauth.grant;

import dev.gatehouse.oauth.client.GrantTypes;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Every grant there is, by its wire name; metadata, registration and the token endpoint all ask here. */
@ApplicationScoped
public class Grants implements GrantTypes {
    @Inject
    @Any
    Instance<Grant> found;

    private final Map<String, Grant> byType = new TreeMap<>();

    @PostConstruct
    void index() {
        found.forEach(grant -> byType.put(grant.grantType(), grant));
    }

    @Override
    public Set<String> supported() {
        return byType.keySet();
    }

    Optional<Grant> named(String grantType) {
        return Optional.ofNullable(byType.get(grantType));
    }
}
