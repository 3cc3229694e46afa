package dev.gatehouse.oauth.settings;

import dev.gatehouse.platform.config.DeploymentSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The resources that tokens are issued for (RFC 8707), as URLs and as the paths that clients type. */
@ApplicationScoped
public class ProtectedResources {
    @Inject
    OAuthSettings settings;

    @Inject
    DeploymentSettings deployment;

    /** The issuer identifier (RFC 8414 §2). */
    public String issuer() {
        return deployment.publicUrl().toString();
    }

    /** The audience of every access token for the MCP endpoint: its canonical URL. */
    public String audience() {
        return deployment.url(settings.resources().getFirst());
    }

    /** Where an access token tells about its person (OpenID Connect Core §5.3). */
    public String userinfo() {
        return deployment.url("/oauth/userinfo");
    }

    /** Whether a resource indicator names the MCP endpoint, in one of the forms that clients type. */
    public boolean known(String indicator) {
        return settings.resources().stream().map(deployment::url).anyMatch(indicator::equals);
    }

    /** Whether a path is one of those under which the MCP endpoint is reached. */
    public boolean knownPath(String path) {
        return settings.resources().contains(path);
    }

    /** The canonical path of the MCP endpoint. */
    public String canonicalPath() {
        return settings.resources().getFirst();
    }
}
