package dev.gatehouse.oauth.attempt;

import java.util.regex.Pattern;

/**
 * What a client asked for, as it said so and before anybody checked it. Of the redirect URI only scheme, host and path
 * are kept: the rest may be secret.
 */
public record AttemptedRequest(String clientId, String redirectUri, String scope) {
    private static final Pattern USER_INFORMATION = Pattern.compile("^([^/?#]*//)[^/?#]*@");
    private static final Pattern QUERY_OR_FRAGMENT = Pattern.compile("(?s)[?#].*");

    /** Takes from the redirect URI what must not be kept. */
    public AttemptedRequest {
        redirectUri = USER_INFORMATION
                .matcher(QUERY_OR_FRAGMENT.matcher(redirectUri).replaceFirst(""))
                .replaceFirst("$1");
    }

    /** A request that could not even be read. */
    public static AttemptedRequest unreadable() {
        return new AttemptedRequest("", "", "");
    }
}
