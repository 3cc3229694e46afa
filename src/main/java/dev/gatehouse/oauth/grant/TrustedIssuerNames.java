package dev.gatehouse.oauth.grant;

import dev.gatehouse.platform.config.Settings;
import java.util.List;

/** The names of the identity providers that the configuration trusts. */
@Settings("gatehouse")
record TrustedIssuerNames(List<String> trustedIssuers) {}
