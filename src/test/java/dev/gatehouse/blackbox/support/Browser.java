package dev.gatehouse.blackbox.support;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A browser without scripts: keeps cookies, follows redirects on the server under test, and stops where one leads away.
 */
public final class Browser {
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private Optional<String> address = Optional.empty();

    /** A browser on that address of this machine, such as {@code 127.0.0.2}. */
    public static Browser at(String address) {
        var browser = new Browser();
        browser.address = Optional.of(address);
        return browser;
    }

    /** Opens a path or URL of the server under test, without following redirects. */
    public Reply open(String pathOrUrl) {
        return send(Http.request("GET", pathOrUrl));
    }

    /** Opens a path or URL and follows redirects as long as they stay on the server. */
    public Reply visit(String pathOrUrl) {
        return follow(open(pathOrUrl));
    }

    /** Submits a form and follows redirects as long as they stay on the server. */
    public Reply submit(Page.Form form) {
        return follow(post(form));
    }

    /** Submits a form without following a redirect. */
    public Reply post(Page.Form form) {
        return send(Http.post(form.action()).form(form.fields()));
    }

    /** The cookies by name. */
    public Map<String, String> cookies() {
        return cookies;
    }

    /** Fills in and submits the sign-in form of a page. */
    public Reply signIn(Page page, Demo.User user) {
        return submit(page.form().fill("email", user.email()).fill("password", user.password()));
    }

    private Reply follow(Reply reply) {
        var current = reply;
        while (current.status() == 303 && current.location().text().startsWith(Sut.url("/"))) {
            current = open(current.location().text());
        }
        return current;
    }

    private Reply send(Http request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        address.ifPresent(request::from);
        var reply = request.send();
        reply.headers().allValues("Set-Cookie").forEach(this::keep);
        return reply;
    }

    private void keep(String setCookie) {
        var pair = setCookie.split(";", 2)[0].split("=", 2);
        if (setCookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
