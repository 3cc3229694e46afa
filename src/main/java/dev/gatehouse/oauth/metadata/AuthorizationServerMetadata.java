package dev.gatehouse.oauth.metadata;

import java.util.List;

/** What the authorization server says of itself (RFC 8414 §2): only what it really does. */
public record AuthorizationServerMetadata(
        String issuer,
        String authorizationEndpoint,
        String tokenEndpoint,
        String registrationEndpoint,
        String revocationEndpoint,
        String pushedAuthorizationRequestEndpoint,
        Boolean requirePushedAuthorizationRequests,
        String deviceAuthorizationEndpoint,
        String jwksUri,
        List<String> scopesSupported,
        List<String> responseTypesSupported,
        List<String> responseModesSupported,
        List<String> grantTypesSupported,
        List<String> authorizationGrantProfilesSupported,
        List<String> tokenEndpointAuthMethodsSupported,
        List<String> tokenEndpointAuthSigningAlgValuesSupported,
        List<String> revocationEndpointAuthMethodsSupported,
        List<String> revocationEndpointAuthSigningAlgValuesSupported,
        String introspectionEndpoint,
        List<String> introspectionEndpointAuthMethodsSupported,
        List<String> introspectionEndpointAuthSigningAlgValuesSupported,
        List<String> dpopSigningAlgValuesSupported,
        List<String> codeChallengeMethodsSupported,
        Boolean clientIdMetadataDocumentSupported,
        List<String> promptValuesSupported,
        List<String> acrValuesSupported,
        Boolean authorizationResponseIssParameterSupported) {}
