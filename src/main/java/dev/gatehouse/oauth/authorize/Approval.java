package dev.gatehouse.oauth.authorize;

import dev.gatehouse.identity.login.SignedInUser;
import dev.gatehouse.identity.organization.OrganizationRef;
import dev.gatehouse.identity.user.Person;
import dev.gatehouse.oauth.error.OAuthAction;
import dev.gatehouse.oauth.settings.Scope;
import dev.gatehouse.oauth.token.Authentication;
import java.util.Set;

/** That a client may act for a person in an organization with those scopes, and why it may. */
record Approval(SignedInUser user, OrganizationRef organization, Set<Scope> scopes, Basis basis) {
    /** Why a client may. */
    enum Basis {
        /** The person was asked just now. */
        ASKED(OAuthAction.CONSENT_GIVEN),
        /** The person was asked before, and for no less. */
        REMEMBERED(OAuthAction.CONSENT_REMEMBERED),
        /** The client is the operator's own. */
        TRUSTED(OAuthAction.TRUSTED_CLIENT_CONNECTED);

        private final OAuthAction action;

        Basis(OAuthAction action) {
            this.action = action;
        }

        OAuthAction action() {
            return action;
        }
    }

    boolean asked() {
        return basis == Basis.ASKED;
    }

    Person person() {
        return user.person();
    }

    /** How the person signed in who says so. */
    Authentication authentication() {
        return new Authentication(user.authenticatedAt(), user.methods());
    }
}
