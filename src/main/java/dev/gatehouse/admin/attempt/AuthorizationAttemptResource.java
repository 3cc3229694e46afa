package dev.gatehouse.admin.attempt;

import dev.gatehouse.access.Authenticated;
import dev.gatehouse.access.PlatformAdministered;
import dev.gatehouse.oauth.attempt.AttemptTrace;
import dev.gatehouse.oauth.attempt.AuthorizationAttempts;
import dev.gatehouse.platform.http.MalformedParametersException;
import dev.gatehouse.platform.http.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.regex.Pattern;

/** The connection doctor: what became of attempts to connect, for platform administrators. */
@Path("/v1/authorization-attempts")
@Authenticated
@PlatformAdministered
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class AuthorizationAttemptResource {
    /** Some attempts, newest first; {@code nextCursor} asks for those before, and is null when there are none. */
    public record Attempts(List<AttemptTrace> authorizationAttempts, String nextCursor) {}

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;
    private static final Pattern LIMIT = Pattern.compile("[1-9]\\d{0,2}");
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

    /** Sorts after every id. */
    private static final String LATEST = "g";

    @Inject
    AuthorizationAttempts attempts;

    /** The latest attempts; {@code reference} is what an error page showed, {@code client_id} as the client gave it. */
    @GET
    public Attempts latest(@Context UriInfo uri) {
        var parameters = Parameters.ofQuery(uri.getRequestUri().getRawQuery());
        int limit = limit(parameters);
        var found = attempts.latest(
                parameters.text("reference"), parameters.text("client_id"), cursor(parameters), limit + 1);
        return found.size() > limit
                ? new Attempts(found.subList(0, limit), found.get(limit - 1).id())
                : new Attempts(found, null);
    }

    /** One attempt with its steps. */
    @GET
    @Path("{id}")
    public AttemptTrace byId(@PathParam("id") String id) {
        return attempts.byId(id).orElseThrow(NotFoundException::new);
    }

    private static int limit(Parameters parameters) {
        return parameters
                .single("limit")
                .map(text -> LIMIT.matcher(text).matches() ? Integer.parseInt(text) : 0)
                .map(limit -> require(limit, limit >= 1 && limit <= MAX_LIMIT, "limit must lie between 1 and 200."))
                .orElse(DEFAULT_LIMIT);
    }

    private static String cursor(Parameters parameters) {
        return parameters
                .single("cursor")
                .map(cursor -> require(cursor, ID.matcher(cursor).matches(), "cursor must be a next_cursor."))
                .orElse(LATEST);
    }

    private static <T> T require(T value, boolean good, String message) {
        if (!good) {
            throw new MalformedParametersException(message);
        }
        return value;
    }
}
