package dev.gatehouse.oauth.metadata;

import dev.gatehouse.oauth.settings.ProtectedResources;
import dev.gatehouse.oauth.userinfo.Userinfo;
import dev.gatehouse.platform.crypto.SigningAlgorithm;
import java.util.List;

/** What OpenID Connect Discovery §3 adds to {@link AuthorizationServerMetadata}. */
public record OpenIdProviderMetadata(
        String userinfoEndpoint,
        List<String> subjectTypesSupported,
        List<String> idTokenSigningAlgValuesSupported,
        List<String> claimTypesSupported,
        List<String> claimsSupported,
        Boolean claimsParameterSupported,
        Boolean requestParameterSupported,
        Boolean requestUriParameterSupported) {

    static OpenIdProviderMetadata of(ProtectedResources resources) {
        return new OpenIdProviderMetadata(
                resources.userinfo(),
                List.of("public"),
                SigningAlgorithm.names(),
                List.of("normal"),
                Userinfo.claims(),
                false,
                false,
                false);
    }
}
