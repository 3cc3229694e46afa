package dev.gatehouse.platform.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The parameters of a query or a form. RFC 6749 §3.1: an empty value is as good as none, and none may come twice unless
 * its definition allows.
 */
public record Parameters(Map<String, List<String>> values) {
    private static final int MAX_COUNT = 100;
    private static final char REPLACEMENT = '\uFFFD';

    /** Reads the raw query of a URI, which may be null. */
    public static Parameters ofQuery(String rawQuery) {
        return parse(rawQuery == null ? "" : rawQuery);
    }

    /** Reads an {@code application/x-www-form-urlencoded} body. */
    public static Parameters ofForm(byte[] body) {
        try {
            return parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new MalformedParametersException("The form is not UTF-8.");
        }
    }

    /** The only value of a parameter; refuses a repeated one. */
    public Optional<String> single(String name) {
        var all = all(name);
        if (all.size() > 1) {
            throw new MalformedParametersException("The parameter " + name + " must not be repeated.");
        }
        return all.stream().findFirst();
    }

    /** The only value of a parameter, or empty text. */
    public String text(String name) {
        return single(name).orElse("");
    }

    /** Every value of a parameter that may be repeated. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The same parameters without any but those of the given names. */
    public Parameters only(Collection<String> names) {
        var kept = new LinkedHashMap<>(values);
        kept.keySet().retainAll(names);
        return new Parameters(kept);
    }

    /** The same parameters with that one, in place of any of the same name. */
    public Parameters with(String name, String value) {
        var all = new LinkedHashMap<>(values);
        all.put(name, List.of(value));
        return new Parameters(all);
    }

    /** The parameters as a query, from which {@link #ofQuery} reads them again. */
    public String encoded() {
        return values.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(value -> encode(entry.getKey()) + "=" + encode(value)))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Parameters parse(String encoded) {
        var values = new LinkedHashMap<String, List<String>>();
        int count = 0;
        for (var pair : encoded.split("&")) {
            if (++count > MAX_COUNT) {
                throw new MalformedParametersException("There are more than " + MAX_COUNT + " parameters.");
            }
            int equals = pair.indexOf('=');
            if (equals > 0 && equals < pair.length() - 1) {
                values.computeIfAbsent(decode(pair.substring(0, equals)), name -> new ArrayList<>())
                        .add(decode(pair.substring(equals + 1)));
            }
        }
        return new Parameters(values);
    }

    private static String decode(String encoded) {
        try {
            var text = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
            if (text.indexOf(0) < 0 && text.indexOf(REPLACEMENT) < 0) {
                return text;
            }
        } catch (IllegalArgumentException e) {
            // A broken percent sequence: told below.
        }
        throw new MalformedParametersException(
                "A parameter is not percent-encoded UTF-8, or contains a NUL character.");
    }
}
