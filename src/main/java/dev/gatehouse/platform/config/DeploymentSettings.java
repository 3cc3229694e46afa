package dev.gatehouse.platform.config;

import java.net.URI;

/**
 * Where the world finds this deployment. Every absolute URL is built from it, never from {@code Host} (RFC 8414 §3.3).
 */
@Settings("gatehouse")
public record DeploymentSettings(
        @Default("http://localhost:8080") URI publicUrl) {

    /** Refuses a public URL that is not https, unless it is loopback, and one that is more than an origin. */
    public DeploymentSettings {
        if (publicUrl.getScheme() == null
                || publicUrl.getHost() == null
                || publicUrl.getUserInfo() != null
                || publicUrl.getFragment() != null) {
            throw new ConfigurationException("Change gatehouse.public-url: '" + publicUrl
                    + "' is not an absolute URL such as https://mcp.example.com.");
        }
        if (!publicUrl.getPath().isEmpty() || publicUrl.getQuery() != null) {
            throw new ConfigurationException("Change gatehouse.public-url: '" + publicUrl
                    + "' must be a bare origin, without a path or a trailing slash.");
        }
        if (!publicUrl.getScheme().equals("https")
                && !(publicUrl.getScheme().equals("http") && Loopback.is(publicUrl))) {
            throw new ConfigurationException("Change gatehouse.public-url: '" + publicUrl
                    + "' must use https, because tokens and passwords travel over it; http is allowed on"
                    + " localhost only.");
        }
    }

    /** Whether the public URL is reachable from this machine only, as in development and tests. */
    public boolean loopback() {
        return Loopback.is(publicUrl);
    }

    /** Whether cookies may carry {@code Secure}. */
    public boolean https() {
        return publicUrl.getScheme().equals("https");
    }

    /** The absolute URL of a path of this deployment, which starts with a slash. */
    public String url(String path) {
        return publicUrl + path;
    }
}
