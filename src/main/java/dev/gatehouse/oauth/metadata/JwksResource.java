package dev.gatehouse.oauth.metadata;

import dev.gatehouse.oauth.token.SigningKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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

    /** Every key that a living token may have been signed with. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Jwks keys() {
        return new Jwks(keys.publicJwks());
    }
}
