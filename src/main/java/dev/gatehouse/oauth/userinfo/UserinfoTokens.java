package dev.gatehouse.oauth.userinfo;

import dev.gatehouse.identity.user.Users;
import dev.gatehouse.oauth.dpop.DpopCheck;
import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.oauth.settings.Scope;
import dev.gatehouse.oauth.token.AccessTokens;
import dev.gatehouse.oauth.token.Authorization;
import dev.gatehouse.oauth.token.TokenVerification;
import dev.gatehouse.platform.crypto.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** From an access token to what it may tell about its person, who must still be active. */
@ApplicationScoped
class UserinfoTokens {
    @Inject
    AccessTokens tokens;

    @Inject
    Users users;

    /** Whether a token is one of ours, in time or not. */
    boolean signed(Secret presented) {
        return tokens.signed(presented);
    }

    /**
     * Asks with a token, and with what the proof of possession proves that came along if it was not sent as bearer
     * token. A proof is used up in a transaction of its own, and so before this one.
     */
    @Transactional
    UserinfoAnswer ask(Secret presented, Optional<DpopCheck> proof) {
        return switch (tokens.verifyForUserinfo(presented)) {
            case TokenVerification.Verified(var token) ->
                unproven(token.authorization(), proof).orElseGet(() -> tell(token.authorization()));
            case TokenVerification.NotGenuine notGenuine -> new UserinfoAnswer.Worthless("", "not genuine");
            case TokenVerification.Expired(var family, var client) -> new UserinfoAnswer.Worthless(client, "expired");
            case TokenVerification.WrongAudience(var family, var client) ->
                new UserinfoAnswer.Worthless(client, "issued for another resource");
            case TokenVerification.Revoked(var family, var client) -> new UserinfoAnswer.Worthless(client, "revoked");
        };
    }

    /** RFC 9449 §7: bound to a key only with its proof, else only as bearer token. */
    private Optional<UserinfoAnswer> unproven(Authorization authorization, Optional<DpopCheck> proof) {
        var key = authorization.keyThumbprint();
        if (proof.isEmpty() || key.isEmpty()) {
            return proof.isPresent() == key.isPresent()
                    ? Optional.empty()
                    : Optional.of(unproven(
                            authorization, OAuthError.INVALID_TOKEN, "sent in another way than it was issued for"));
        }
        return switch (proof.get()) {
            case DpopCheck.Proven(var thumbprint) when thumbprint.equals(key.get()) -> Optional.empty();
            case DpopCheck.Proven another ->
                Optional.of(unproven(authorization, OAuthError.INVALID_TOKEN, "proof by another key"));
            case DpopCheck.Absent absent ->
                Optional.of(unproven(authorization, OAuthError.INVALID_DPOP_PROOF, "no proof"));
            case DpopCheck.Invalid(var why) -> Optional.of(unproven(authorization, OAuthError.INVALID_DPOP_PROOF, why));
            case DpopCheck.NonceNeeded(var nonce) ->
                Optional.of(new UserinfoAnswer.Unproven(
                        authorization.clientId(), OAuthError.USE_DPOP_NONCE, "nonce needed", Optional.of(nonce)));
        };
    }

    private static UserinfoAnswer unproven(Authorization authorization, OAuthError error, String reason) {
        return new UserinfoAnswer.Unproven(authorization.clientId(), error, reason, Optional.empty());
    }

    private UserinfoAnswer tell(Authorization authorization) {
        if (!authorization.scopes().contains(Scope.OPENID)) {
            return new UserinfoAnswer.Uncovered(authorization.clientId());
        }
        return authorization
                .userId()
                .flatMap(users::byId)
                .<UserinfoAnswer>map(person -> new UserinfoAnswer.Told(
                        Userinfo.of(person, users.emailVerified(person), authorization.scopes())))
                .orElseGet(() -> new UserinfoAnswer.Worthless(authorization.clientId(), "person inactive"));
    }
}
