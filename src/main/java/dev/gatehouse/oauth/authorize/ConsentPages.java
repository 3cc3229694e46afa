package dev.gatehouse.oauth.authorize;

import dev.gatehouse.identity.login.ReturnTarget;
import dev.gatehouse.identity.login.SignedInUser;
import dev.gatehouse.identity.organization.OrganizationRef;
import dev.gatehouse.oauth.client.Client;
import dev.gatehouse.oauth.client.RedirectUri;
import dev.gatehouse.oauth.settings.Scope;
import dev.gatehouse.platform.crypto.Secret;
import dev.gatehouse.platform.page.Csrf;
import dev.gatehouse.platform.page.Page;
import java.util.List;
import java.util.Optional;

/** The pages of the authorize flow, for one flow in one browser of one signed-in person. */
record ConsentPages(PendingFlow flow, Client client, SignedInUser user, Secret browser) {

    /** The pages of a flow that a browser has open, for whoever is signed in there. */
    static ConsentPages of(OpenFlow open, SignedInUser user) {
        return new ConsentPages(open.flow(), open.client(), user, open.browser());
    }

    /** Binds a form to browser, flow and session: after a change of person an old form is worth nothing. */
    static String csrfPurpose(PendingFlow flow, SignedInUser user) {
        return "consent:" + flow.id() + ":" + user.sessionHash();
    }

    Page chooseOrganization(List<OrganizationRef> choices) {
        return page("organization").with("organizations", choices);
    }

    Page noOrganization() {
        return page("no-organization");
    }

    Page chooseAccount() {
        return page("account");
    }

    /** Asks for a passkey, one that the person has or a first one. */
    Page passkey(boolean present) {
        var target = new ReturnTarget(flow.path());
        return page("passkey-needed")
                .with("present", present)
                .with("use", target.by("/login/passkey"))
                .with("add", target.by("/account/security/passkeys"));
    }

    /** The question itself; {@code problem} says what was wrong with the last answer, if anything. */
    Page consent(OrganizationRef organization, boolean several, String problem) {
        return page("consent")
                .with("organization", organization)
                .with("several", several)
                .with("problem", problem)
                .with("choices", ScopeChoice.of(flow.scopes()))
                .with(
                        "unconditional",
                        ScopeChoice.unconditional(flow.scopes()).stream()
                                .map(Scope::meaning)
                                .toList())
                .with("host", client.documentHost().orElse(""))
                .with("loopbackOnly", client.loopbackOnly())
                .with("loopback", redirectUri().filter(RedirectUri::loopback).isPresent())
                .with(
                        "application",
                        redirectUri().filter(RedirectUri::application).isPresent());
    }

    private Page page(String template) {
        var page = Page.of(template)
                .with("flow", flow.id())
                .with("client", client)
                .with("recipient", redirectUri().map(RedirectUri::recipient).orElse(""))
                .with("person", user.person())
                .with("csrf", Csrf.token(browser, csrfPurpose(flow, user)));
        return flow.leadsTo().map(page::leadingTo).orElse(page);
    }

    /** Empty when the person is sent nowhere. */
    private Optional<RedirectUri> redirectUri() {
        return flow.end() instanceof FlowEnd.Redirect redirect
                ? Optional.of(redirect.target().uri())
                : Optional.empty();
    }
}
