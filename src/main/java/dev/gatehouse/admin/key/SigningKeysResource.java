package dev.gatehouse.admin.key;

import dev.gatehouse.access.ActorSecurityContext;
import dev.gatehouse.access.Authenticated;
import dev.gatehouse.access.PlatformAdministered;
import dev.gatehouse.oauth.token.KeyRotation;
import dev.gatehouse.oauth.token.PublishedKey;
import dev.gatehouse.oauth.token.SigningKeys;
import dev.gatehouse.oauth.token.Succession;
import dev.gatehouse.oauth.token.Withdrawal;
import dev.gatehouse.platform.crypto.SigningAlgorithm;
import dev.gatehouse.platform.json.JsonFormatException;
import dev.gatehouse.platform.json.Members;
import dev.gatehouse.platform.json.StrictJson;
import dev.gatehouse.platform.page.ErrorBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Locale;

/** The signing keys for platform administrators: look at them, publish a new one before its time, withdraw one. */
@Path("/v1/signing-keys")
@Authenticated
@PlatformAdministered
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SigningKeysResource {
    /** A signing key on the wire. {@code signsFrom} is an ISO 8601 instant, absent for keys of a key store. */
    public record SigningKey(String id, String algorithm, String state, String signsFrom) {
        static SigningKey of(PublishedKey key) {
            return new SigningKey(
                    key.id(),
                    key.algorithm().name(),
                    key.state().name().toLowerCase(Locale.ROOT),
                    key.signsFrom().map(Object::toString).orElse(null));
        }
    }

    /** All of them, the newest first. */
    public record SigningKeyList(List<SigningKey> keys) {}

    @Inject
    SigningKeys keys;

    @Inject
    KeyRotation rotation;

    /** Every published key. */
    @GET
    public SigningKeyList keys() {
        return new SigningKeyList(keys.published().stream().map(SigningKey::of).toList());
    }

    /**
     * Publishes the successor of an algorithm's key: 201, and 409 when one waits for its turn already. The body is
     * {@code {"algorithm":"ES256"}}.
     */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Response rotate(byte[] body, @Context SecurityContext security) {
        var subject = ActorSecurityContext.actorOf(security).subject();
        return switch (rotation.rotate(algorithm(body), subject)) {
            case Succession.Published(var key) ->
                Response.status(Response.Status.CREATED)
                        .entity(SigningKey.of(key))
                        .build();
            case Succession.Waiting(var key) ->
                conflict("The key " + key.id() + " is published already and waits for its turn to sign.");
            case Succession.HeldElsewhere elsewhere ->
                conflict("The keys are in a key store. Change gatehouse.crypto.key-store.aliases.");
        };
    }

    /**
     * Withdraws a key and everything that it signed: 200 with the key of the same algorithm that signs from now on, 404
     * for a key that is not there.
     */
    @DELETE
    @Path("/{id}")
    public Response withdraw(@PathParam("id") String id, @Context SecurityContext security) {
        var subject = ActorSecurityContext.actorOf(security).subject();
        return switch (rotation.withdraw(id, subject)) {
            case Withdrawal.Withdrawn(var signing) ->
                Response.ok(SigningKey.of(signing)).build();
            case Withdrawal.Unknown unknown -> throw new NotFoundException("There is no such signing key.");
            case Withdrawal.HeldElsewhere elsewhere ->
                conflict("The keys are in a key store. Change gatehouse.crypto.key-store.aliases.");
        };
    }

    private static SigningAlgorithm algorithm(byte[] body) {
        try {
            return new Members(StrictJson.object(body))
                    .string("algorithm").stream()
                            .flatMap(name -> SigningAlgorithm.named(name).stream())
                            .findFirst()
                            .orElseThrow(() -> new BadRequestException(
                                    "algorithm must be one of " + String.join(", ", SigningAlgorithm.names()) + "."));
        } catch (JsonFormatException e) {
            throw new BadRequestException(e.getMessage(), e);
        }
    }

    private static Response conflict(String detail) {
        return Response.status(Response.Status.CONFLICT)
                .entity(new ErrorBody("conflict", detail))
                .build();
    }
}
