package dev.gatehouse.oauth.error;

import dev.gatehouse.platform.page.ErrorFormat;
import jakarta.enterprise.context.ApplicationScoped;

/** Words what the REST layer refuses at OAuth endpoints as RFC 6749 §5.2 does. */
@ApplicationScoped
class OAuthErrorFormat implements ErrorFormat {
    private static final int SERVER_ERROR = 500;

    @Override
    public boolean covers(String path) {
        return path.startsWith("/oauth/");
    }

    @Override
    public Object body(int status, String detail) {
        return new OAuthErrorBody(
                status >= SERVER_ERROR ? "server_error" : "invalid_request", detail.replace('"', '\''));
    }
}
