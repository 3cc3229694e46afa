package dev.gatehouse.oauth.error;

import dev.gatehouse.platform.page.ErrorFormat;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Words what the REST layer refuses at OAuth endpoints as RFC 6749 §5.2 does. */
@ApplicationScoped
class OAuthErrorFormat implements ErrorFormat {
    private static final List<String> PAGES = List.of("/oauth/authorize", "/oauth/consent", "/oauth/device");
    private static final int SERVER_ERROR = 500;

    @Override
    public boolean covers(String path) {
        return path.startsWith("/oauth/")
                && PAGES.stream().noneMatch(page -> path.equals(page) || path.startsWith(page + "/"));
    }

    @Override
    public Object body(int status, String error, String detail) {
        return new OAuthErrorBody(
                status >= SERVER_ERROR ? "server_error" : "invalid_request", detail.replace('"', '\''));
    }
}
