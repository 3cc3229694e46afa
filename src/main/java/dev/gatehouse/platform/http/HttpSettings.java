package dev.gatehouse.platform.http;

import dev.gatehouse.platform.config.ConfigurationException;
import dev.gatehouse.platform.config.Default;
import dev.gatehouse.platform.config.Settings;
import java.util.List;

/** Limits and path tables of the HTTP surface. Paths may end in {@code *}, which stands for any rest. */
@Settings("gatehouse.http")
public record HttpSettings(
        @Default("4194304") int maxBodySize,
        @Default("1048576") int maxFormSize,

        @Default(
                "/authorize=/oauth/authorize,/token=/oauth/token,/register=/oauth/register,"
                    + "/api/auth/mcp/authorize=/oauth/authorize,/api/auth/mcp/token=/oauth/token,/api/auth/mcp/register=/oauth/register,"
                    + "/api/oauth/per-user/authorize=/oauth/authorize,/api/oauth/per-user/token=/oauth/token,"
                    + "/api/oauth/per-user/register=/oauth/register,/api/auth/.well-known/*=/.well-known/*,/api/v1/mcp=/mcp")
        List<String> aliases,

        @Default(
                "/.well-known/*,/oauth/jwks,/oauth/token,/oauth/register,/oauth/revoke,/oauth/par,/oauth/device_authorization,/oauth/userinfo")
        List<String> crossOriginPaths) {

    /** Refuses a limit that cannot work and an alias that is not {@code from=to}. */
    public HttpSettings {
        requireSize("max-body-size", maxBodySize);
        requireSize("max-form-size", maxFormSize);
        for (var alias : aliases) {
            if (!alias.matches("/[^=]*=/[^=]*")) {
                throw new ConfigurationException(
                        "Change gatehouse.http.aliases: '" + alias + "' must look like /old/path=/new/path.");
            }
        }
    }

    private static void requireSize(String key, int size) {
        if (size < 1 || size == Integer.MAX_VALUE) {
            throw new ConfigurationException(
                    "Change gatehouse.http." + key + ": it must lie between 1 and " + (Integer.MAX_VALUE - 1) + ".");
        }
    }
}
