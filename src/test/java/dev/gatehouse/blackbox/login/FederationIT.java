package dev.gatehouse.blackbox.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.gatehouse.blackbox.access.Newcomer;
import dev.gatehouse.blackbox.support.AuthenticatorApp;
import dev.gatehouse.blackbox.support.Browser;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.OpenIdProvider;
import dev.gatehouse.blackbox.support.OutwardServer;
import dev.gatehouse.blackbox.support.Race;
import dev.gatehouse.blackbox.support.Reply;
import dev.gatehouse.blackbox.support.Sut;
import dev.gatehouse.blackbox.support.Witness;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A provider's word opens the account that is its person's beyond doubt, in the browser that asked, and no other. */
class FederationIT {
    private static final String SESSION = "gatehouse_session";

    @RegisterExtension
    static final Witness WITNESS = OutwardServer.witness();

    private static final OpenIdProvider CORP = OutwardServer.PROVIDER;

    private final Browser browser = new Browser();
    private final String subject = UUID.randomUUID().toString();
    private Newcomer person;

    @BeforeEach
    void somebody_has_an_account() {
        person = Newcomer.to(WITNESS.database()).joins("acme", "admin");
    }

    @AfterEach
    void let_it_speak_the_truth_again() {
        CORP.header(header -> header);
        CORP.signsWithAnotherKey(false);
    }

    /** OpenID Connect Core §3.1.2.1, RFC 7636 §4.3. */
    @Test
    void is_asked_with_state_nonce_and_code_challenge() {
        var link = browser.open("/login?return_to=/logout").page().link("Sign in with Corp &amp; Co");

        var request = browser.open(link);

        assertThat(request.status()).isEqualTo(303);
        assertThat(request.location().text()).startsWith(CORP.issuer() + "/authorize?tenant=1&");
        assertThat(request.location().parameter("response_type")).contains("code");
        assertThat(request.location().parameter("client_id")).contains(OpenIdProvider.CLIENT_ID);
        assertThat(request.location().parameter("redirect_uri")).contains(Sut.url("/login/callback/corp"));
        assertThat(request.location().parameter("scope")).contains("openid email profile");
        assertThat(request.location().parameter("code_challenge_method")).contains("S256");
        assertThat(Stream.of("state", "nonce", "code_challenge")
                        .map(name -> request.location().parameter(name).orElseThrow()))
                .allMatch(value -> value.matches("[A-Za-z0-9_-]{43}"))
                .doesNotHaveDuplicates();
        assertThat(request.header("Set-Cookie").orElseThrow())
                .contains("gatehouse_federation=", "HttpOnly", "SameSite=Lax");
    }

    @Test
    void signs_in_whose_verified_address_it_is_and_knows_them_by_their_subject_from_then_on() {
        assertThat(comesBack(verified(person.user().email())).location().text()).isEqualTo(Sut.url("/logout"));
        requireSignedIn();
        assertThat(methods()).containsExactly("fed");
        browser.cookies().remove(SESSION);

        comesBack(verified("renamed-" + UUID.randomUUID() + "@corp.example"));

        requireSignedIn();
    }

    /** OpenID Connect Core §5.1. */
    @Test
    void proves_an_address_when_it_has_verified_it_and_else_not() {
        comesBack(claims(person.user().email()).andThen(claims -> claims.claim("email_verified", false)));
        assertThat(emailVerified()).isFalse();

        comesBack(verified(person.user().email()));

        assertThat(emailVerified()).isTrue();
    }

    @Test
    void tells_a_second_factor_that_was_asked_there() {
        comesBack(verified(person.user().email()).andThen(claims -> claims.claim("amr", List.of("pwd", "mfa"))));

        assertThat(methods()).containsExactlyInAnyOrder("fed", "mfa");
    }

    @Test
    void leaves_the_authorization_waiting() {
        var dance = OAuthDance.register().in(browser);
        var page = dance.authorize().page();
        assertThat(page.html()).contains("to connect");

        var answer = CORP.signsIn(
                browser.open(page.link("Sign in with Corp &amp; Co")),
                verified(person.user().email()));
        var consent = browser.visit("/login/callback/corp?" + Http.encode(answer));

        assertThat(dance.redeem(OAuthDance.code(dance.answer(consent, "acme"))).status())
                .isEqualTo(200);
    }

    @Test
    void does_not_stand_in_for_the_second_factor_of_the_account() {
        browser.signIn(browser.open("/login").page(), person.user());
        var enrolment =
                browser.submit(SecondFactorIT.form(browser.open("/account/security"), "/account/security/totp/begin"));
        browser.submit(enrolment
                .page()
                .form()
                .fill("code", AuthenticatorApp.reading(enrolment).code(0)));
        browser.cookies().clear();

        var reply = comesBack(verified(person.user().email()));

        assertThat(reply.location().text()).startsWith(Sut.url("/login/second-factor?return_to="));
        requireNobody();
    }

    /** Attack 39: an address is proof only where somebody has verified it. */
    @ParameterizedTest
    @MethodSource
    void never_opens_the_account_of_an_address_that_is_only_claimed(Consumer<JWTClaimsSet.Builder> verification) {
        var reply = comesBack(claims(person.user().email()).andThen(verification));

        assertThat(reply.location().text()).startsWith(Sut.url("/login/link?state="));
        requireNobody();
        assertThat(identities()).isZero();
    }

    static Stream<Consumer<JWTClaimsSet.Builder>> never_opens_the_account_of_an_address_that_is_only_claimed() {
        return Stream.of(
                claims -> {},
                claims -> claims.claim("email_verified", false),
                claims -> claims.claim("email_verified", "true"),
                claims -> claims.claim("email_verified", 1),
                claims -> claims.claim("email_verified", true).claim("email", null),
                claims -> claims.claim("email_verified", true).claim("email", List.of("owner@acme.example")),
                claims -> claims.claim("email_verified", true).claim("email", "owner@acme.example\n"));
    }

    /** Attack 39: addresses are given to new people. */
    @Test
    void never_opens_an_account_whose_owner_it_knows_as_somebody_else() {
        comesBack(verified(person.user().email()));
        var successor = new Browser();

        var reply = comesBack(
                successor, "corp", verified(person.user().email()).andThen(claims -> claims.subject("other")));

        assertThat(reply.location().text()).startsWith(Sut.url("/login/link?state="));
        assertThat(successor.cookies()).doesNotContainKey(SESSION);
    }

    @Test
    void links_an_account_once_its_owner_has_signed_in_to_it_and_said_so() {
        var ask = browser.visit(
                comesBack(claims("somebody@corp.example")).location().text());
        assertThat(ask.page().asksFor("password")).isTrue();

        var question = browser.signIn(ask.page(), person.user());
        assertThat(question.body())
                .contains(
                        "Corp &amp; Co", "somebody@corp.example", person.user().email());
        assertThat(identities()).isZero();
        assertThat(browser.post(question.page().form()).location().text()).isEqualTo(Sut.url("/logout"));

        browser.cookies().clear();
        comesBack(claims("somebody@corp.example"));
        requireSignedIn();
    }

    @Test
    void links_nothing_by_a_form_of_somebody_elses_making() {
        var ask = browser.visit(
                comesBack(claims("somebody@corp.example")).location().text());
        var question = browser.signIn(ask.page(), person.user()).page().form();

        Expect.page(browser.post(question.fill("csrf", "x")), 403);
        var other = new Browser();
        other.signIn(
                other.open("/login").page(), Newcomer.to(WITNESS.database()).user());
        Expect.page(other.post(question), 410);
        Expect.page(other.open("/login/link?state=" + question.fields().get("state")), 410);
        assertThat(identities()).isZero();
    }

    @Test
    void links_an_account_once() {
        var ask = browser.visit(
                comesBack(claims("somebody@corp.example")).location().text());
        var question = browser.signIn(ask.page(), person.user()).page().form();
        browser.post(question);

        Expect.page(browser.post(question), 410);
    }

    @Test
    void makes_an_account_where_it_may_and_only_of_a_verified_address() {
        var address = UUID.randomUUID() + "@New.example";

        comesBack(browser, "open", verified(address).andThen(claims -> claims.claim("name", "New <Person>")));

        assertThat(browser.open("/").body()).contains(address.toLowerCase());
        assertThat(WITNESS.rows("select * from identity_user where email = ?", address.toLowerCase()))
                .singleElement()
                .satisfies(row ->
                        assertThat(row).containsEntry("name", "New <Person>").containsEntry("password_hash", null));
        var unverified = UUID.randomUUID() + "@new.example";
        comesBack(new Browser(), "open", claims(unverified).andThen(claims -> claims.subject("someone")));
        assertThat(WITNESS.rows("select * from identity_user where email = ?", unverified))
                .isEmpty();
    }

    @Test
    void makes_no_account_where_it_may_not() {
        var address = UUID.randomUUID() + "@new.example";

        assertThat(comesBack(verified(address)).location().text()).startsWith(Sut.url("/login/link?state="));
        assertThat(WITNESS.rows("select * from identity_user where email = ?", address))
                .isEmpty();
    }

    @Test
    void makes_no_second_account_when_many_come_at_once() {
        var address = UUID.randomUUID() + "@new.example";

        var statuses = Race.of(4, () -> {
            return comesBack(new Browser(), "open", verified(address)).status();
        });

        assertThat(statuses).containsOnly(303);
        assertThat(WITNESS.rows("select * from identity_user where email = ?", address))
                .hasSize(1);
    }

    /** A person without a password has none that could be guessed. */
    @ParameterizedTest
    @ValueSource(strings = {"", "null", "x"})
    void makes_no_account_that_a_password_opens(String password) {
        var address = UUID.randomUUID() + "@new.example";
        comesBack(new Browser(), "open", verified(address));

        var reply = browser.post(
                browser.open("/login").page().form().fill("email", address).fill("password", password));

        assertThat(reply.status()).isEqualTo(401);
        requireNobody();
    }

    /** Attack 20. */
    @Test
    void lets_nobody_in_who_is_switched_off() {
        comesBack(verified(person.user().email()));
        person.switched(false);
        browser.cookies().remove(SESSION);

        comesBack(verified(person.user().email()));

        requireNobody();
    }

    @Test
    void answers_once() {
        var callback = callback(browser, "corp", verified(person.user().email()));
        var elsewhere = new Browser();
        elsewhere.cookies().putAll(browser.cookies());
        browser.open(callback);

        requireRefused(elsewhere, elsewhere.open(callback));
    }

    @Test
    void answers_once_however_often_it_comes_at_once() {
        var callback = callback(browser, "corp", verified(person.user().email()));
        var cookies = new HashMap<>(browser.cookies());

        var statuses = Race.of(8, () -> {
            var racer = new Browser();
            racer.cookies().putAll(cookies);
            return racer.open(callback).status();
        });

        assertThat(Collections.frequency(statuses, 303)).isEqualTo(1);
        assertThat(Collections.frequency(statuses, 403)).isEqualTo(7);
    }

    /**
     * Attack 35: a state is good in the browser that was given it, for the provider that it was made for, and for
     * nothing else.
     */
    @Test
    void answers_the_browser_that_asked_only() {
        var callback = callback(browser, "corp", verified(person.user().email()));
        var lured = new Browser();
        lured.open("/login/with/corp");

        requireRefused(lured, lured.open(callback));
        requireRefused(new Browser(), new Browser().open(callback));
        assertThat(browser.open(callback).status()).isEqualTo(303);
    }

    @Test
    void answers_at_its_own_address_only() {
        var callback = callback(browser, "corp", verified(person.user().email()));

        requireRefused(browser, browser.open(callback.replace("/callback/corp", "/callback/open")));
    }

    @Test
    void answers_in_time_only() {
        var callback = callback(browser, "corp", verified(person.user().email()));
        WITNESS.database()
                .change(
                        "update identity_federated_flow set expires_at = ?",
                        OffsetDateTime.now().minusSeconds(1));

        requireRefused(browser, browser.open(callback));
    }

    /** RFC 9207 §2.4. */
    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "", "http://localhost"})
    void answers_in_its_own_name_only(String issuer) {
        var answer = CORP.signsIn(
                browser.open("/login/with/corp"), verified(person.user().email()));
        answer.put("iss", issuer);

        requireRefused(browser, browser.open("/login/callback/corp?" + Http.encode(answer)));
    }

    @Test
    void may_say_no() {
        var answer = CORP.signsIn(browser.open("/login/with/corp"), claims -> {});
        answer.remove("code");
        answer.put("error", "access_denied");
        answer.put("error_description", "<script>alert(1)</script>");

        var reply = browser.open("/login/callback/corp?" + Http.encode(answer));

        requireRefused(browser, reply);
        assertThat(reply.body()).doesNotContain("<script");
    }

    /** OpenID Connect Core §3.1.3.7. */
    @ParameterizedTest
    @MethodSource
    void is_refused_with_an_id_token_that_is_not_for_us_now(Consumer<JWTClaimsSet.Builder> wrong) {
        requireRefused(browser, comesBack(verified(person.user().email()).andThen(wrong)));
    }

    static Stream<Consumer<JWTClaimsSet.Builder>> is_refused_with_an_id_token_that_is_not_for_us_now() {
        return Stream.of(
                claims -> claims.claim("nonce", "another"),
                claims -> claims.claim("nonce", null),
                claims -> claims.issuer("https://evil.example"),
                claims -> claims.issuer(null),
                claims -> claims.audience("another"),
                claims -> claims.audience(List.of()),
                claims -> claims.audience(List.of(OpenIdProvider.CLIENT_ID, "another")),
                claims -> claims.claim("azp", "another"),
                claims -> claims.subject(null),
                claims -> claims.subject("x".repeat(256)),
                claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(120))),
                claims -> claims.expirationTime(null),
                claims -> claims.issueTime(Date.from(Instant.now().plusSeconds(600))));
    }

    @Test
    void is_refused_with_an_id_token_that_somebody_else_signed() {
        CORP.signsWithAnotherKey(true);

        requireRefused(browser, comesBack(verified(person.user().email())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"at+jwt", "logout+jwt", "dpop+jwt"})
    void is_refused_with_a_token_that_is_no_id_token(String type) {
        CORP.header(header -> header.type(new JOSEObjectType(type)));

        requireRefused(browser, comesBack(verified(person.user().email())));
    }

    @Test
    void that_cannot_be_reached_says_so() {
        Expect.page(browser.open("/login/with/down"), 502);
        assertThat(browser.open("/login").status()).isEqualTo(200);
    }

    @Test
    void that_nobody_configured_does_not_exist() {
        assertThat(browser.open("/login/with/evil").status()).isEqualTo(404);
        assertThat(browser.open("/login/callback/evil?state=x").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login/with/corp", "/login/callback/corp?state=x&code=y"})
    void is_not_asked_by_looking(String path) {
        assertThat(Http.request("HEAD", path).send().status()).isEqualTo(405);
    }

    @Test
    void leaves_no_secret_in_the_database() {
        var callback = callback(browser, "corp", verified(person.user().email()));
        var state = callback.replaceAll(".*state=([^&]*).*", "$1");

        assertThat(WITNESS.rows("select * from identity_federated_flow").toString())
                .doesNotContain(state, browser.cookies().get("gatehouse_federation"));
    }

    @Test
    void a_link_can_be_removed() {
        comesBack(verified(person.user().email()));

        var elsewhere = new Browser();
        elsewhere.signIn(elsewhere.open("/login").page(), person.user());
        var form = browser.open("/account/security").page().formTo("/account/security/links/remove");

        assertThat(browser.submit(form).status()).isEqualTo(200);

        assertThat(identities()).isZero();
        requireSignedIn();
        assertThat(elsewhere.open("/").body()).doesNotContain("Signed in as");
        assertThat(WITNESS.rows(
                        "select id from audit_record where action = 'account.link_removed' and user_id = ?",
                        person.id()))
                .hasSize(1);
    }

    @Test
    void a_link_that_is_the_only_way_to_sign_in_stays() {
        comesBack(verified(person.user().email()));
        WITNESS.database().change("update identity_user set password_hash = null where id = ?", person.id());

        var reply = browser.submit(browser.open("/account/security").page().formTo("/account/security/links/remove"));

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.body()).contains("Set up another way first");
        assertThat(identities()).isOne();
    }

    @Test
    void a_removed_link_is_not_made_again_by_signing_in_there() {
        comesBack(verified(person.user().email()));
        browser.submit(browser.open("/account/security").page().formTo("/account/security/links/remove"));
        browser.cookies().remove(SESSION);

        assertThat(comesBack(verified(person.user().email())).location().text()).startsWith(Sut.url("/login/link?"));

        requireNobody();
        assertThat(identities()).isZero();
    }

    @Test
    void a_link_of_somebody_else_stays() {
        comesBack(verified(person.user().email()));
        var other = new Browser();
        other.signIn(
                other.open("/login").page(), Newcomer.to(WITNESS.database()).user());
        var form = browser.open("/account/security").page().formTo("/account/security/links/remove");
        var csrf = other.open("/account/security")
                .page()
                .formTo("/account/security/totp/begin")
                .fields()
                .get("csrf");

        assertThat(other.submit(form.fill("csrf", csrf)).status()).isEqualTo(200);

        assertThat(identities()).isOne();
    }

    private Consumer<JWTClaimsSet.Builder> verified(String email) {
        return claims(email).andThen(claims -> claims.claim("email_verified", true));
    }

    private Consumer<JWTClaimsSet.Builder> claims(String email) {
        return claims -> claims.subject(subject).claim("email", email);
    }

    private Reply comesBack(Consumer<JWTClaimsSet.Builder> claims) {
        return comesBack(browser, "corp", claims);
    }

    private static Reply comesBack(Browser any, String provider, Consumer<JWTClaimsSet.Builder> claims) {
        return any.open(callback(any, provider, claims));
    }

    private static String callback(Browser any, String provider, Consumer<JWTClaimsSet.Builder> claims) {
        Map<String, String> answer = CORP.signsIn(any.open("/login/with/" + provider + "?return_to=/logout"), claims);
        return "/login/callback/" + provider + "?" + Http.encode(answer);
    }

    private void requireSignedIn() {
        assertThat(browser.open("/").body())
                .contains("Signed in as", person.user().email());
    }

    private void requireNobody() {
        assertThat(browser.cookies()).doesNotContainKey(SESSION);
    }

    private static void requireRefused(Browser any, Reply reply) {
        Expect.page(reply, 403);
        assertThat(any.cookies()).doesNotContainKey(SESSION);
    }

    private int identities() {
        return WITNESS.rows(
                        "select * from identity_federated_identity where user_id = ? and removed_at is null",
                        person.id())
                .size();
    }

    private List<String> methods() {
        return List.of(WITNESS.rows(
                        "select methods from identity_login_session where user_id = ? order by created_at desc",
                        person.id())
                .getFirst()
                .get("methods")
                .split(" "));
    }

    private boolean emailVerified() {
        return !WITNESS.rows("select id from identity_user where id = ? and email_verified", person.id())
                .isEmpty();
    }
}
