package dev.gatehouse.oauth.device;

import dev.gatehouse.oauth.client.Client;
import dev.gatehouse.oauth.settings.Scope;
import java.util.Set;

/** A checked device authorization request (RFC 8628 §3.1). */
record DeviceRequest(Client client, Set<Scope> scopes, String resource) {}
