package dev.gatehouse.identity.federation;

/** A configured OpenID Provider under its short name. */
record Provider(String id, ProviderSettings settings) {
    /** What people read on the button. */
    String name() {
        return settings.name().orElse(id);
    }

    String issuer() {
        return settings.issuer().toString();
    }

    /**
     * The path to which it sends people back: one for each, so that no answer counts as another's (RFC 9700 §4.4.2).
     */
    String callbackPath() {
        return "/login/callback/" + id;
    }
}
