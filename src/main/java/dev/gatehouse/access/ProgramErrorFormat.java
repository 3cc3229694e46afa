package dev.gatehouse.access;

import dev.gatehouse.platform.page.ErrorBody;
import dev.gatehouse.platform.page.ErrorFormat;
import jakarta.enterprise.context.ApplicationScoped;

/** Words what the REST layer refuses where programs call in the same envelope as our own refusals. */
@ApplicationScoped
class ProgramErrorFormat implements ErrorFormat {
    @Override
    public boolean covers(String path) {
        return path.equals("/mcp") || path.startsWith("/mcp/") || path.startsWith("/v1/");
    }

    @Override
    public Object body(int status, String error, String detail) {
        return new ErrorBody(error, detail);
    }
}
