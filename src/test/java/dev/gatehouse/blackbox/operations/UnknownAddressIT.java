package dev.gatehouse.blackbox.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Audit;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.Reply;
import dev.gatehouse.blackbox.support.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody serves: a clear refusal in the form that the caller reads, and nothing about what runs here. */
class UnknownAddressIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/nothing/here.html",
                "/demo.json",
                "/liquibase/changelog.xml",
                "/templates/login.html",
                "/assets/",
                "/assets/other.css",
                "/.env",
                "/console",
                "/management",
                "/metrics.php",
                "/health",
                "/oauth",
                "/.well-known/",
                "/admin"
            })
    void is_told_to_programs_as_json(String path) {
        var reply = Http.get(path).send();

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.header("Content-Type").orElse("")).startsWith("application/json");
        assertThat(reply.json().keySet()).containsExactlyInAnyOrder("error", "detail");
        assertThat(reply.error()).isEqualTo("not_found");
    }

    /** The servlet container keeps these to itself, in words of its own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/WEB-INF/web.xml",
                "/META-INF/persistence.xml",
                "/web-inf/web.xml",
                "/WEB-INF/classes/demo.json",
                "/WEB-INF%2fweb.xml"
            })
    void is_told_of_the_application_s_own_files_too(String target) {
        var reply = Wire.get(target);

        assertThat(reply.status()).isIn(400, 404);
        assertThat(reply.body()).doesNotContain("<web-app", "<persistence", "demo-owner-password");
        quiet(reply);
    }

    @Test
    void is_told_to_people_as_a_page() {
        Expect.page(
                Http.get("/nothing")
                        .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                        .send(),
                404);
    }

    /**
     * Whoever guesses addresses must not be able to fill the audit trail; a page that refuses something else is in it.
     */
    @Test
    void is_not_put_on_record_when_it_was_guessed() {
        assertThat(Audit.during(Wire.get("/nothing", "Accept: text/html"))).isEmpty();
        assertThat(Audit.during(Wire.get("/login?return_to=%zz", "Accept: text/html")))
                .hasSize(1);
    }

    @Test
    void is_told_when_the_method_is_the_wrong_one() {
        var reply = Http.post("/health/live").json("{}").send();

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.error()).isEqualTo("method_not_allowed");
        assertThat(reply.header("Allow").orElse("")).contains("GET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%zz",
                "/%",
                "/%00",
                "/oauth/register/%00",
                "/\\",
                "//",
                "/..",
                "/../../etc/passwd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/a/..;/b",
                "/;x",
                "/mcp;jsessionid=x",
                "/mcp%2f",
                "/%c0%af",
                "/?%zz",
                "/login?return_to=%zz",
                "/oauth/authorize?%00=%ff",
                "/oauth/consent?flow=%00",
                "/<script>",
                "/a b",
                "/nothing?x=<script>alert(1)</script>"
            })
    void malformed_addresses_make_no_defect_and_tell_nothing(String target) {
        quiet(Wire.get(target));
        quiet(Wire.get(target, "Accept: text/html"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login?return_to=%zz", "/nothing?x=<script>alert(1)</script>", "/?%"})
    void malformed_addresses_are_refused_like_any_other(String target) {
        var json = Wire.get(target);

        assertThat(json.status()).isEqualTo(400);
        assertThat(json.error()).isEqualTo("bad_request");
        assertThat(json.header("X-Content-Type-Options")).contains("nosniff");
        Expect.page(Wire.get(target, "Accept: text/html"), 400);
    }

    @Test
    void malformed_addresses_of_the_token_endpoint_are_refused_in_its_own_form() {
        Expect.refused(Wire.post("/oauth/token?%zz", ""), 400, "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "FOO", "PROPFIND", "CONNECTX"})
    void unusual_methods_make_no_defect_and_tell_nothing(String method) {
        var reply = Http.request(method, "/mcp").header("X-Secret", "echo-me").send();

        quiet(reply);
        assertThat(reply.body()).doesNotContain("echo-me");
    }

    @Test
    void a_long_address_makes_no_defect_and_tells_nothing() {
        quiet(Wire.get("/" + "a".repeat(6_000)));
        quiet(Wire.get("/login?return_to=" + "a".repeat(6_000)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept: x",
                "Accept: */",
                "Accept-Language: %",
                "Content-Type: x",
                "Cookie: ;=;;",
                "Cookie: gatehouse_session=",
                "User-Agent: "
            })
    void malformed_headers_make_no_defect_and_tell_nothing(String header) {
        quiet(Wire.get("/login", header));
        quiet(Wire.post("/oauth/token", "grant_type=x", header));
    }

    private static void quiet(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isNotIn(500, 501, 502, 503, 504);
        assertThat(reply.body())
                .doesNotContain("Exception", "\tat ", "java.", "<script>alert")
                .doesNotContainIgnoringCase("wildfly", "undertow", "jboss", "liberty", "resteasy", "ibm", "root:");
        assertThat(reply.header("Server")).isEmpty();
        assertThat(reply.header("X-Powered-By")).isEmpty();
    }
}
