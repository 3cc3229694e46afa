package dev.gatehouse.oauth.authorize;

import dev.gatehouse.oauth.attempt.AttemptedRequest;
import dev.gatehouse.platform.http.Parameters;

/** What an authorization request asks for, whether or not it may be asked for like that. */
final class AttemptedRequests {
    private AttemptedRequests() {}

    static AttemptedRequest of(Parameters parameters) {
        return new AttemptedRequest(
                first(parameters, "client_id"), first(parameters, "redirect_uri"), first(parameters, "scope"));
    }

    private static String first(Parameters parameters, String name) {
        return parameters.all(name).stream().findFirst().orElse("");
    }
}
