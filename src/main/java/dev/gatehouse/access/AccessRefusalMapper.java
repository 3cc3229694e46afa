package dev.gatehouse.access;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditTrail;
import dev.gatehouse.oauth.dpop.DpopRequest;
import dev.gatehouse.oauth.settings.ProtectedResources;
import dev.gatehouse.oauth.settings.Scope;
import dev.gatehouse.platform.config.DeploymentSettings;
import dev.gatehouse.platform.crypto.ForeignJwt;
import dev.gatehouse.platform.http.RequestInfo;
import dev.gatehouse.platform.page.ErrorBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/** The one way out for a refused credential: envelope, challenge on 401, audit record. */
@Provider
@ApplicationScoped
public class AccessRefusalMapper implements ExceptionMapper<AccessRefusal> {
    private static final String REST = "/v1/";

    @Inject
    AuditTrail audit;

    @Inject
    RequestInfo request;

    @Inject
    DeploymentSettings deployment;

    @Inject
    ProtectedResources resources;

    @Override
    public Response toResponse(AccessRefusal refusal) {
        var kind = refusal.kind();
        audit.record(AuditEvent.refused(
                AccessAction.CREDENTIAL_REFUSED, refusal.subject(), request.path(), refusal.getMessage()));
        var response = Response.status(kind.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new ErrorBody(kind.error(), refusal.getMessage()));
        switch (kind) {
            case MISSING, INVALID ->
                response.header(
                        HttpHeaders.WWW_AUTHENTICATE,
                        request.path().startsWith(REST)
                                ? "Bearer"
                                : challenge(kind == AccessRefusal.Kind.INVALID ? "invalid_token" : "", refusal));
            case INVALID_PROOF -> response.header(HttpHeaders.WWW_AUTHENTICATE, proofChallenge("invalid_dpop_proof"));
            case NONCE_NEEDED -> response.header(HttpHeaders.WWW_AUTHENTICATE, proofChallenge("use_dpop_nonce"));
            case INSUFFICIENT_SCOPE ->
                response.header(HttpHeaders.WWW_AUTHENTICATE, challenge("insufficient_scope", refusal));
            case AMBIGUOUS, FORBIDDEN -> {}
        }
        refusal.nonce().ifPresent(nonce -> response.header(DpopRequest.NONCE_HEADER, nonce));
        return response.build();
    }

    /** RFC 9449 §7.1. */
    private static String proofChallenge(String error) {
        return "DPoP error=\"" + error + "\", algs=\"" + String.join(" ", ForeignJwt.ALGORITHMS) + "\"";
    }

    /**
     * Points at the metadata of the URL that the client typed, so that a strict client finds exactly that as its
     * resource.
     */
    private BearerChallenge challenge(String error, AccessRefusal refusal) {
        var path = resources.knownPath(request.path()) ? request.path() : resources.canonicalPath();
        var scopes = refusal.scopes().isEmpty() ? Set.of(Scope.MCP) : refusal.scopes();
        return new BearerChallenge(
                deployment.url(ProtectedResourceMetadataResource.PATH + path), Scope.join(scopes), error);
    }
}
