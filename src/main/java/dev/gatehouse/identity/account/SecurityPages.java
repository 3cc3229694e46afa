package dev.gatehouse.identity.account;

import dev.gatehouse.identity.federation.LinkedAccounts;
import dev.gatehouse.identity.login.ReturnTarget;
import dev.gatehouse.identity.login.SignedInUser;
import dev.gatehouse.identity.totp.RecoveryCodes;
import dev.gatehouse.identity.totp.TotpCredentials;
import dev.gatehouse.platform.config.DeploymentSettings;
import dev.gatehouse.platform.crypto.Secret;
import dev.gatehouse.platform.page.Page;
import dev.gatehouse.platform.page.QrCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The pages about how somebody signs in. */
@ApplicationScoped
class SecurityPages {
    static final String PATH = "/account/security";
    static final ReturnTarget HERE = new ReturnTarget(PATH);
    static final String ONLY_WAY = "You could not sign in without it. Set up another way first, such as a passkey.";

    @Inject
    AccountPages pages;

    @Inject
    TotpCredentials totps;

    @Inject
    RecoveryCodes recoveryCodes;

    @Inject
    LinkedAccounts links;

    @Inject
    DeploymentSettings deployment;

    Response overview(HttpHeaders headers, SignedInUser user) {
        return overview(headers, user, Response.Status.OK, "");
    }

    Response overview(HttpHeaders headers, SignedInUser user, Response.Status status, String problem) {
        var page = pages.page("account-security", user)
                .with("totp", totps.setUpBy(user.person()))
                .with("recoveryCodes", recoveryCodes.left(user.person()))
                .with("links", links.of(user.person()))
                .with("problem", problem);
        return pages.show(headers, user, status, page);
    }

    /** The secret for the app, as a picture and to be typed, and the field for its first code. */
    Response enrolment(HttpHeaders headers, SignedInUser user, Secret secret, Response.Status status, String problem) {
        Page page = pages.page("totp-enrolment", user)
                .with("secret", secret.reveal().replaceAll("(.{4})(?=.)", "$1 "))
                .with("link", link(user, secret))
                .with("qr", QrCode.of(link(user, secret)))
                .with("problem", problem);
        return pages.show(headers, user, status, page);
    }

    /** The codes, this once. */
    Response recoveryCodes(HttpHeaders headers, SignedInUser user, List<String> codes) {
        return pages.show(
                headers,
                user,
                Response.Status.OK,
                pages.page("recovery-codes", user).with("codes", codes));
    }

    /** The form of links that authenticator apps read; its defaults are those of RFC 6238. */
    private String link(SignedInUser user, Secret secret) {
        var issuer = "Gatehouse " + deployment.publicUrl().getHost();
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
                .formatted(encode(issuer), encode(user.person().email()), secret.reveal(), encode(issuer));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
