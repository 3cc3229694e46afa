package dev.gatehouse.bench;

import java.time.Duration;

/** What one operation did on one server, and the processor time that the server and the database used for it. */
record Measurement(String server, String operation, Wrk.Result result, Duration serverCpu, Duration databaseCpu) {
    private static final double NANOS_PER_MICRO = 1e3;

    double serverMicros() {
        return serverCpu.toNanos() / NANOS_PER_MICRO / result.requests();
    }

    double databaseMicros() {
        return databaseCpu.toNanos() / NANOS_PER_MICRO / result.requests();
    }
}
