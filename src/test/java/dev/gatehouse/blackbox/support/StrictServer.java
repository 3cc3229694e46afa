package dev.gatehouse.blackbox.support;

import dev.gatehouse.support.TlsSite;

/** A server that counts what strangers try, insists on pushed requests, and forgets within seconds. */
public final class StrictServer {
    /** How often it asks one site for what strangers want. */
    public static final int FETCHES_PER_MINUTE = 5;

    private StrictServer() {}

    /** It, for a test class. */
    public static Witness witness() {
        return Witness.with("gatehouse.limits.enabled", "true")
                .and("gatehouse.outbound.allow-loopback", "true")
                .and("gatehouse.outbound.extra-ca", TlsSite.authority().toString())
                .and("gatehouse.outbound.fetches-per-minute-per-host", Integer.toString(FETCHES_PER_MINUTE))
                .and("gatehouse.oauth.par.required", "true")
                .and("gatehouse.oauth.par.lifetime", "PT2S")
                .and("gatehouse.oauth.device.lifetime", "PT4S")
                .and("gatehouse.oauth.device.interval", "PT1S")
                .and("gatehouse.sweep.pause", "PT1S");
    }
}
