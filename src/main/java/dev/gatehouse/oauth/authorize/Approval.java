package dev.gatehouse.oauth.authorize;

import dev.gatehouse.identity.organization.OrganizationRef;
import dev.gatehouse.identity.user.Person;
import dev.gatehouse.oauth.error.OAuthAction;
import dev.gatehouse.oauth.settings.Scope;
import java.util.Set;

/** That a client may act for a person in an organization with those scopes, and why it may. */
record Approval(Person person, OrganizationRef organization, Set<Scope> scopes, Basis basis) {
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
}
