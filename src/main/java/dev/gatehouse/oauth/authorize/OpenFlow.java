package dev.gatehouse.oauth.authorize;

import dev.gatehouse.oauth.client.Client;
import dev.gatehouse.platform.crypto.Secret;

/** A waiting flow in the browser that began it. */
record OpenFlow(PendingFlow flow, Client client, Secret browser) {}
