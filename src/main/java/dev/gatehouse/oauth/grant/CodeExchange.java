package dev.gatehouse.oauth.grant;

import dev.gatehouse.oauth.attempt.AttemptStep;
import dev.gatehouse.oauth.attempt.CurrentAttempt;
import dev.gatehouse.oauth.client.Client;
import dev.gatehouse.oauth.code.AuthorizationCodes;
import dev.gatehouse.oauth.code.IssuedCode;
import dev.gatehouse.oauth.code.Redemption;
import dev.gatehouse.oauth.error.OAuthAction;
import dev.gatehouse.oauth.token.Authorization;
import dev.gatehouse.oauth.token.FamilyRevocation;
import dev.gatehouse.oauth.token.IdTokens;
import dev.gatehouse.oauth.token.Issuance;
import dev.gatehouse.oauth.token.RefreshTokens;
import dev.gatehouse.oauth.token.TokenFamilies;
import dev.gatehouse.oauth.token.TokenIssuer;
import dev.gatehouse.oauth.token.TokenResponse;
import dev.gatehouse.platform.crypto.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Redeems a code and issues its tokens in one transaction, so that neither happens without the other. */
@ApplicationScoped
class CodeExchange {
    sealed interface Outcome {}

    record Exchanged(TokenResponse tokens) implements Outcome {}

    record Replayed(String familyId) implements Outcome {}

    record Expired() implements Outcome {}

    record Ended() implements Outcome {}

    @Inject
    AuthorizationCodes codes;

    @Inject
    TokenFamilies families;

    @Inject
    RefreshTokens refreshTokens;

    @Inject
    TokenIssuer tokens;

    @Inject
    IdTokens idTokens;

    @Inject
    FamilyRevocation revocation;

    @Inject
    CurrentAttempt attempt;

    @Transactional
    Outcome exchange(IssuedCode code, TokenRequest request) {
        return switch (codes.redeem(code)) {
            case Redemption.Redeemed redeemed -> issue(code, request);
            case Redemption.Replayed replayed -> revoke(code, request.client());
            case Redemption.Expired expired -> new Expired();
        };
    }

    private Outcome issue(IssuedCode code, TokenRequest request) {
        return families.standing(code.familyId())
                .map(authorization -> families.bound(authorization, request.client(), request.keyThumbprint()))
                .<Outcome>map(authorization -> exchanged(authorization, code, request.client()))
                .orElseGet(Ended::new);
    }

    private Exchanged exchanged(Authorization authorization, IssuedCode code, Client client) {
        attempt.reached(AttemptStep.REDEEMED, "");
        var issued = tokens.issue(
                Issuance.of(client, authorization, OAuthAction.TOKEN_ISSUED).with(refreshToken(authorization, client)));
        return new Exchanged(idTokens.beside(issued, authorization, code.nonce()));
    }

    private Optional<Secret> refreshToken(Authorization authorization, Client client) {
        return client.mayUse(RefreshTokenGrant.TYPE)
                ? Optional.of(refreshTokens.issue(authorization))
                : Optional.empty();
    }

    private Outcome revoke(IssuedCode code, Client client) {
        revocation.reused(OAuthAction.CODE_REPLAYED, code.familyId(), client.id());
        return new Replayed(code.familyId());
    }
}
