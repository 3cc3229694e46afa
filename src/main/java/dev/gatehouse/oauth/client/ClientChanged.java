package dev.gatehouse.oauth.client;

/** A client was added, changed or removed: what is remembered of it counts no longer once that is committed. */
record ClientChanged(String clientId) {}
