package dev.gatehouse.platform.page;

import dev.gatehouse.platform.http.RequestInfo;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What is left when even the answer to a problem failed, such as recording a refusal without a database: an error
 * envelope with the reference, where the container would show a page of its own.
 */
@WebFilter("/*")
public class LastResortFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger("dev.gatehouse.defect");

    @Inject
    transient RequestInfo info;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (IOException gone) {
            throw gone;
            // A container may let the checked exceptions of a failed commit through.
        } catch (Exception problem) {
            if (response.isCommitted()) {
                throw new ServletException(problem);
            }
            LOG.log(
                    System.Logger.Level.ERROR,
                    "event=defect request_id=" + info.id() + " path=" + info.path(),
                    problem);
            answer(response);
        }
    }

    private void answer(HttpServletResponse response) throws IOException {
        var body = Json.createObjectBuilder()
                .add("error", "internal_error")
                .add(
                        "detail",
                        "Something went wrong on our side. Try again in a moment; if it happens again, quote the"
                                + " reference " + info.id() + " to the administrator.")
                .build();
        response.reset();
        response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("X-Request-Id", info.id());
        response.getOutputStream().write(body.toString().getBytes(StandardCharsets.UTF_8));
    }
}
