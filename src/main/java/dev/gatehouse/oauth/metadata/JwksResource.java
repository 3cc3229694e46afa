package dev.gatehouse.oauth.metadata;

import dev.gatehouse.oauth.settings.SigningKeySettings;
import dev.gatehouse.oauth.token.SigningKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/** The public keys (RFC 7517 §5). */
@Path("/oauth/jwks")
@ApplicationScoped
public class JwksResource {
    /** A JWK set. */
    public record Jwks(List<Map<String, Object>> keys) {}

    @Inject
    SigningKeys keys;

    @Inject
    SigningKeySettings settings;

    /** Every key that a living token may have been signed with; to be cached no longer than a new one waits unused. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response keys() {
        return Response.ok(new Jwks(keys.publicJwks()))
                .header(
                        HttpHeaders.CACHE_CONTROL,
                        "public, max-age=" + settings.publishedKeysCaching().toSeconds())
                .build();
    }
}
