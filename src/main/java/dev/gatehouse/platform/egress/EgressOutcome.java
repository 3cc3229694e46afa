package dev.gatehouse.platform.egress;

import java.net.http.HttpHeaders;
import java.util.Optional;

/** What came of a request of our own. Reasons are for logs and audit records, not for whoever named the URL. */
public sealed interface EgressOutcome {

    /** The server answered, whatever it said; a redirect is an answer like any other and is not followed. */
    record Fetched(int status, HttpHeaders headers, byte[] body) implements EgressOutcome {

        /** The first value of a header. */
        public Optional<String> header(String name) {
            return headers.firstValue(name);
        }
    }

    /** Nothing was sent: the URL, the address behind it, or a limit forbids it. */
    record Refused(String reason) implements EgressOutcome {}

    /** The server could not be reached, could not prove who it is, or did not answer properly and in time. */
    record Failed(String reason) implements EgressOutcome {}
}
