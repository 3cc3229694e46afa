package dev.gatehouse.platform.egress;

import dev.gatehouse.support.TlsSite;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Egress clients as tests need them, without a container. */
public final class Outbound {
    private Outbound() {}

    /** One for which every name is this machine, whose test sites it trusts. */
    public static Egress toLoopback() {
        return of(settings(true), Outbound::loopback);
    }

    static Egress of(EgressSettings settings, HostResolver resolver) {
        var egress = new Egress();
        egress.settings = settings;
        egress.resolver = resolver;
        egress.clock = Clock.systemUTC();
        egress.prepare();
        return egress;
    }

    static List<InetAddress> loopback(String host) {
        return List.of(InetAddress.getLoopbackAddress());
    }

    static EgressSettings settings(boolean allowLoopback) {
        return new EgressSettings(
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                100,
                100,
                10_000,
                10_000,
                List.of("internal.site.example"),
                Optional.of(TlsSite.authority().toString()),
                allowLoopback);
    }

    static EgressSettings untrusting() {
        var usual = settings(true);
        return new EgressSettings(
                usual.connectTimeout(), usual.deadline(), 100, 100, 10_000, 10_000, List.of(), Optional.empty(), true);
    }

    static EgressSettings settings(Duration deadline) {
        var usual = settings(true);
        return new EgressSettings(
                usual.connectTimeout(), deadline, 100, 100, 10_000, 10_000, List.of(), usual.extraCa(), true);
    }

    static EgressSettings limits(int concurrent, int concurrentPerHost, int perMinute, int perMinutePerHost) {
        var usual = settings(true);
        return new EgressSettings(
                usual.connectTimeout(),
                usual.deadline(),
                concurrent,
                concurrentPerHost,
                perMinute,
                perMinutePerHost,
                List.of(),
                usual.extraCa(),
                true);
    }
}
