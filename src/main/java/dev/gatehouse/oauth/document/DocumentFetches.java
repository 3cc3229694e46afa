package dev.gatehouse.oauth.document;

import dev.gatehouse.oauth.client.ClientDescriptions;
import dev.gatehouse.oauth.error.OAuthException;
import dev.gatehouse.platform.egress.Egress;
import dev.gatehouse.platform.egress.EgressOutcome;
import dev.gatehouse.platform.egress.EgressOutcome.Fetched;
import dev.gatehouse.platform.egress.EgressRequest;
import dev.gatehouse.platform.json.JsonFormatException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Asks for documents: 5 KB of JSON, answered with 200 or, to those who have it already, 304. */
@ApplicationScoped
class DocumentFetches {
    private static final int MAX_BYTES = 5 * 1_024;
    private static final int MAX_ETAG = 500;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final Pattern JSON = Pattern.compile("(?i)application/([\\w.!#$&^-]+\\+)?json\\s*(;.*)?");

    @Inject
    Egress egress;

    @Inject
    PinnedDocuments pinned;

    @Inject
    ClientDescriptions descriptions;

    /** The document at a URL, of which that version is known already; the operator's copy where there is one. */
    DocumentAnswer fetch(ClientIdUrl url, Optional<String> etag) {
        return pinned.of(url.toString()).map(copy -> read(copy, url.toString())).orElseGet(() -> ask(url, etag));
    }

    private DocumentAnswer ask(ClientIdUrl url, Optional<String> etag) {
        var request =
                EgressRequest.get(url.uri()).with("Accept", "application/json").upTo(MAX_BYTES);
        var conditional =
                etag.map(known -> request.with("If-None-Match", known)).orElse(request);
        return switch (egress.fetch(conditional)) {
            case Fetched fetched -> answer(url, fetched, etag.isPresent());
            case EgressOutcome.Refused refused -> new DocumentAnswer.Unreachable(refused.reason());
            case EgressOutcome.Failed failed -> new DocumentAnswer.Unreachable(failed.reason());
        };
    }

    private DocumentAnswer read(byte[] document, String clientId) {
        try {
            var parsed = ClientIdMetadataDocument.parse(document, clientId);
            var metadata = descriptions.read(parsed.members());
            return new DocumentAnswer.Read(
                    parsed.alsoSigns()
                            ? metadata.orProvedBy(
                                    descriptions.read(parsed.signing()).keys())
                            : metadata,
                    Optional.empty(),
                    Duration.ZERO);
        } catch (JsonFormatException | OAuthException e) {
            return new DocumentAnswer.Worthless(e.getMessage());
        }
    }

    private DocumentAnswer answer(ClientIdUrl url, Fetched fetched, boolean conditional) {
        return switch (fetched.status()) {
            case 200 -> document(url, fetched);
            case 304 ->
                conditional
                        ? new DocumentAnswer.Unchanged(Freshness.of(fetched))
                        : new DocumentAnswer.Worthless("304 to an unconditional request");
            default ->
                fetched.status() >= SERVER_ERROR || fetched.status() == TOO_MANY_REQUESTS
                        ? new DocumentAnswer.Unreachable("status " + fetched.status())
                        : new DocumentAnswer.Worthless("status " + fetched.status());
        };
    }

    private DocumentAnswer document(ClientIdUrl url, Fetched fetched) {
        if (fetched.header("Content-Type")
                .filter(type -> JSON.matcher(type).matches())
                .isEmpty()) {
            return new DocumentAnswer.Worthless("the Content-Type is not JSON");
        }
        return switch (read(fetched.body(), url.toString())) {
            case DocumentAnswer.Read read ->
                new DocumentAnswer.Read(read.metadata(), etag(fetched), Freshness.of(fetched));
            case DocumentAnswer other -> other;
        };
    }

    private static Optional<String> etag(Fetched fetched) {
        return fetched.header("ETag").filter(tag -> tag.length() <= MAX_ETAG && tag.matches("[\\x21-\\x7e]+"));
    }
}
