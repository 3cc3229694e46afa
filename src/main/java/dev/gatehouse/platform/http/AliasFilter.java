package dev.gatehouse.platform.http;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** Lets clients that were set up against older systems use their paths; metadata names the canonical ones only. */
@Provider
@PreMatching
@Priority(2)
@ApplicationScoped
public class AliasFilter implements ContainerRequestFilter {
    private record Alias(PathPattern from, PathPattern to) {}

    @Inject
    HttpSettings settings;

    @Inject
    RequestInfo info;

    private List<Alias> aliases;

    @PostConstruct
    void parse() {
        aliases = settings.aliases().stream()
                .map(entry -> entry.split("=", 2))
                .map(pair -> new Alias(PathPattern.of(pair[0]), PathPattern.of(pair[1])))
                .toList();
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var uri = request.getUriInfo().getRequestUri();
        for (var alias : aliases) {
            var rest = alias.from().rest(uri.getRawPath());
            if (rest.isPresent()) {
                var path = alias.to().prefix() + rest.get();
                info.resolve(path);
                request.setRequestUri(UriBuilder.fromUri(uri).replacePath(path).build());
                return;
            }
        }
    }
}
