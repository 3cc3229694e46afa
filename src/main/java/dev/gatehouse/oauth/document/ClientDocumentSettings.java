package dev.gatehouse.oauth.document;

import dev.gatehouse.platform.config.Default;
import dev.gatehouse.platform.config.Settings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether clients may be known by the URL of a document, which hosts may publish one, and which need not be asked. */
@Settings("gatehouse.oauth")
public record ClientDocumentSettings(
        @Default("true") boolean clientIdMetadataDocuments,
        List<String> documentAllowedHosts,
        List<String> documentDeniedHosts,
        Optional<String> pinnedDocuments) {

    /** Whether the policy lets a host publish documents; a denial outweighs. */
    boolean permits(String host) {
        return documentDeniedHosts.stream().noneMatch(pattern -> covers(pattern, host))
                && (documentAllowedHosts.isEmpty()
                        || documentAllowedHosts.stream().anyMatch(pattern -> covers(pattern, host)));
    }

    /** {@code *.example.com} stands for every host below {@code example.com}. */
    private static boolean covers(String pattern, String host) {
        var name = pattern.toLowerCase(Locale.ROOT);
        return name.startsWith("*.") ? host.endsWith(name.substring(1)) : host.equals(name);
    }
}
