package dev.gatehouse.oauth.client;

import java.util.Set;

/** The grant types that the token endpoint serves. Registration asks here, so that it can never promise more. */
public interface GrantTypes {
    /** Every grant type by its wire name. */
    Set<String> supported();
}
