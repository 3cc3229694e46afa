package dev.gatehouse.access;

import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.oauth.dpop.DpopCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** From a presented credential to the actor behind it, with the standing that the person has at this moment. */
@ApplicationScoped
class Actors {
    @Inject
    ApiKeyActors apiKeys;

    @Inject
    OAuthActors accessTokens;

    @Inject
    SessionActors sessions;

    Recognition recognize(PresentedCredential presented, Optional<DpopCheck> proof) {
        return switch (presented) {
            case PresentedCredential.ApiKey(var key) -> apiKeys.recognize(key);
            case PresentedCredential.BearerToken(var token) ->
                accessTokens.recognize(new PresentedToken(token, Optional.empty()));
            case PresentedCredential.DpopToken(var token, var proofs) ->
                accessTokens.recognize(new PresentedToken(token, proof));
            case PresentedCredential.Session(var cookie) -> sessions.recognize(cookie);
            case PresentedCredential.Unsupported other ->
                Recognition.invalid(
                        "This kind of credential is not accepted here. Send an access token or an API key as"
                                + " 'Authorization: Bearer ...', or an API key as X-API-Key.");
            case PresentedCredential.None none ->
                new Recognition.Refused(
                        AccessRefusal.Kind.MISSING,
                        AuditSubject.anonymous(),
                        "Authentication is required: connect with OAuth, or send an API key as X-API-Key or as Bearer"
                                + " token.");
            case PresentedCredential.Ambiguous twice ->
                new Recognition.Refused(
                        AccessRefusal.Kind.AMBIGUOUS,
                        AuditSubject.anonymous(),
                        "The request carries two different credentials. Send exactly one: an access token or an API"
                                + " key.");
        };
    }
}
