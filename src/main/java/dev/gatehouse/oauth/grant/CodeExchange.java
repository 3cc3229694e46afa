package dev.gatehouse.oauth.grant;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.audit.AuditTrail;
import dev.gatehouse.identity.user.Users;
import dev.gatehouse.oauth.client.Client;
import dev.gatehouse.oauth.code.AuthorizationCodes;
import dev.gatehouse.oauth.code.IssuedCode;
import dev.gatehouse.oauth.code.Redemption;
import dev.gatehouse.oauth.error.OAuthAction;
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
    Users users;

    @Inject
    TokenIssuer tokens;

    @Inject
    AuditTrail audit;

    @Transactional
    Outcome exchange(IssuedCode code, Client client) {
        return switch (codes.redeem(code)) {
            case Redemption.Redeemed redeemed -> issue(code, client);
            case Redemption.Replayed replayed -> revoke(code, client);
            case Redemption.Expired expired -> new Expired();
        };
    }

    private Outcome issue(IssuedCode code, Client client) {
        var authorization = families.living(code.familyId());
        var person = authorization.flatMap(living -> users.byId(living.userId()));
        if (person.isEmpty()) {
            return new Ended();
        }
        var refresh = client.mayUse(RefreshTokenGrant.TYPE)
                ? Optional.of(refreshTokens.issue(code.familyId()))
                : Optional.<Secret>empty();
        return new Exchanged(tokens.issue(
                authorization.get(), person.get(), authorization.get().scopes(), refresh, OAuthAction.TOKEN_ISSUED));
    }

    private Outcome revoke(IssuedCode code, Client client) {
        families.revoke(code.familyId());
        audit.record(AuditEvent.refused(
                OAuthAction.CODE_REPLAYED,
                AuditSubject.anonymous().through(client.id()),
                code.familyId(),
                "the authorization and all its tokens were revoked"));
        return new Replayed(code.familyId());
    }
}
