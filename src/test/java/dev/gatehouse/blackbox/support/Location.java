package dev.gatehouse.blackbox.support;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Where a redirect leads, with the parameters of its query. */
public record Location(String text) {

    /** The target as a URI. */
    public URI uri() {
        return URI.create(text);
    }

    /** A query parameter, decoded. */
    public Optional<String> parameter(String name) {
        int query = text.indexOf('?');
        return query < 0
                ? Optional.empty()
                : Arrays.stream(text.substring(query + 1).split("&"))
                        .map(pair -> pair.split("=", 2))
                        .filter(pair -> pair[0].equals(name))
                        .map(pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8))
                        .findFirst();
    }
}
