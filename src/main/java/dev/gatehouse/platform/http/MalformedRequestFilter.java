package dev.gatehouse.platform.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps from the containers what each would answer in its own way: a URL, a Content-Type or an Accept header that is
 * none.
 */
@WebFilter("/*")
public class MalformedRequestFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String TOKEN = "[\\w!#$%&'*+.^`|~-]+";
    private static final String PARAMETERS = "(\\s*;\\s*(?!q=)" + TOKEN + "=(" + TOKEN + "|\"[^\"]*\"))*";
    private static final String WEIGHT = "(\\s*;\\s*q=[01](\\.\\d{0,3})?)?";
    private static final Pattern MEDIA_TYPE = Pattern.compile("\\s*" + TOKEN + "/" + TOKEN + PARAMETERS + "\\s*;?\\s*");
    private static final Pattern MEDIA_RANGE =
            Pattern.compile("\\s*(\\*|" + TOKEN + "/" + TOKEN + ")" + PARAMETERS + WEIGHT + PARAMETERS + "\\s*");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (parses(request)) {
            chain.doFilter(new Readable(request, replacements(request)), response);
        } else {
            refuse(response);
        }
    }

    private static boolean parses(HttpServletRequest request) {
        var query = request.getQueryString();
        try {
            new URI(request.getRequestURI() + (query == null ? "" : "?" + query));
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter()
                .write("{\"error\":\"invalid_request\",\"detail\":\"The URL is not percent-encoded correctly.\"}");
    }

    /**
     * A Content-Type that is none stands for unknown bytes; an Accept header that says nothing lets everything through.
     */
    private static Map<String, String> replacements(HttpServletRequest request) {
        var replacements = new HashMap<String, String>();
        var type = request.getHeader("Content-Type");
        if (type != null && !MEDIA_TYPE.matcher(type).matches()) {
            replacements.put("content-type", "application/octet-stream");
        }
        var ranges =
                Collections.list(request.getHeaders("Accept")).stream().flatMap(value -> Stream.of(value.split(",")));
        if (!ranges.allMatch(range -> MEDIA_RANGE.matcher(range).matches())) {
            replacements.put("accept", "*/*");
        }
        return replacements;
    }

    private static final class Readable extends HttpServletRequestWrapper {
        private final Map<String, String> replacements;

        Readable(HttpServletRequest request, Map<String, String> replacements) {
            super(request);
            this.replacements = replacements;
        }

        @Override
        public String getContentType() {
            return replacements.getOrDefault("content-type", super.getContentType());
        }

        @Override
        public String getHeader(String name) {
            return replacements.getOrDefault(name.toLowerCase(Locale.ROOT), super.getHeader(name));
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            var replacement = replacements.get(name.toLowerCase(Locale.ROOT));
            return replacement == null ? super.getHeaders(name) : Collections.enumeration(List.of(replacement));
        }
    }
}
