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
 * none. The URL's refusal is left to {@link MalformedUrlFilter}.
 */
@WebFilter("/*")
public class MalformedRequestFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /** Honest headers are far shorter; the patterns recurse over what they match. */
    private static final int MAX_MEDIA_TYPE = 500;

    private static final String TOKEN = "[\\w!#$%&'*+.^`|~-]+";
    private static final String PARAMETERS = "(\\s*;\\s*(?!q=)" + TOKEN + "=(" + TOKEN + "|\"[^\"]*\"))*";
    private static final String WEIGHT = "(\\s*;\\s*q=[01](\\.\\d{0,3})?)?";
    private static final Pattern MEDIA_TYPE = Pattern.compile("\\s*" + TOKEN + "/" + TOKEN + PARAMETERS + "\\s*;?\\s*");
    private static final Pattern MEDIA_RANGE =
            Pattern.compile("\\s*(\\*|" + TOKEN + "/" + TOKEN + ")" + PARAMETERS + WEIGHT + PARAMETERS + "\\s*");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var query = request.getQueryString();
        // A NUL is the name of nothing, and not every database takes one.
        boolean goodPath =
                parses(request.getRequestURI()) && !request.getRequestURI().contains("%00");
        boolean good = goodPath && (query == null || parses("?" + query));
        request.setAttribute(MalformedUrlFilter.MALFORMED, !good);
        chain.doFilter(
                new Readable(
                        request, goodPath ? request.getRequestURI() : "/", good ? query : null, replacements(request)),
                response);
    }

    private static boolean parses(String uri) {
        try {
            new URI(uri);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /**
     * A Content-Type that is none stands for unknown bytes; an Accept header that says nothing lets everything through.
     */
    private static Map<String, String> replacements(HttpServletRequest request) {
        var replacements = new HashMap<String, String>();
        var type = request.getHeader("Content-Type");
        if (type != null && !readable(MEDIA_TYPE, type)) {
            replacements.put("content-type", "application/octet-stream");
        }
        var ranges =
                Collections.list(request.getHeaders("Accept")).stream().flatMap(value -> Stream.of(value.split(",")));
        if (!ranges.allMatch(range -> readable(MEDIA_RANGE, range))) {
            replacements.put("accept", "*/*");
        }
        return replacements;
    }

    private static boolean readable(Pattern pattern, String text) {
        return text.length() <= MAX_MEDIA_TYPE && pattern.matcher(text).matches();
    }

    private static final class Readable extends HttpServletRequestWrapper {
        private final String path;
        private final String query;
        private final Map<String, String> replacements;

        Readable(HttpServletRequest request, String path, String query, Map<String, String> replacements) {
            super(request);
            this.path = path;
            this.query = query;
            this.replacements = replacements;
        }

        @Override
        public String getRequestURI() {
            return path;
        }

        @Override
        public StringBuffer getRequestURL() {
            return path.equals(super.getRequestURI())
                    ? super.getRequestURL()
                    : new StringBuffer(getScheme() + "://" + getServerName() + ":" + getServerPort() + path);
        }

        @Override
        public String getQueryString() {
            return query;
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
