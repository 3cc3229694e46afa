package dev.gatehouse.bench;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The tables, in Markdown. */
final class LoadReport {
    private LoadReport() {}

    static String of(LoadOptions options, List<Measurement> measurements, List<StartUp> starts) throws IOException {
        return """

            | server | operation | requests/s | p50 ms | p99 ms | ratio to echo | server CPU µs/request | PostgreSQL CPU µs/request | errors |
            |---|---|--:|--:|--:|--:|--:|--:|--:|
            %s

            | server | first start, s | start, s (median of %d) | resident, MiB (5 s after ready) |
            |---|--:|--:|--:|
            %s

            Load: Gatehouse on PostgreSQL, %d s warm-up and %d s measured per row, `wrk -t%d -c%d`, all on one machine. \
            Start and memory: the WAR on H2 with demo data.
            Machine: %s.
            """.formatted(
                        rows(measurements),
                        options.starts(),
                        starts.stream().map(LoadReport::row).collect(Collectors.joining("\n")),
                        options.warmUp(),
                        options.seconds(),
                        options.threads(),
                        options.connections(),
                        Machine.description());
    }

    private static String rows(List<Measurement> measurements) {
        return measurements.stream()
                .map(measurement -> row(measurement, echo(measurements, measurement)))
                .collect(Collectors.joining("\n"));
    }

    private static Optional<Measurement> echo(List<Measurement> measurements, Measurement of) {
        return measurements.stream()
                .filter(other ->
                        other.server().equals(of.server()) && other.operation().equals(Load.ECHO))
                .findFirst();
    }

    private static String row(Measurement measurement, Optional<Measurement> echo) {
        var result = measurement.result();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %,.0f | %.2f | %.2f | %s | %.0f | %.0f | %d |",
                measurement.server(),
                measurement.operation(),
                result.perSecond(),
                millis(result.p50()),
                millis(result.p99()),
                echo.map(bare -> ratio(result, bare)).orElse("–"),
                measurement.serverMicros(),
                measurement.databaseMicros(),
                result.errors());
    }

    private static String row(StartUp start) {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %d |",
                LoadOptions.name(start.server()),
                start.first().toMillis() / 1e3,
                start.median().toMillis() / 1e3,
                start.residentMiB());
    }

    private static String ratio(Wrk.Result result, Measurement bare) {
        return String.format(
                Locale.ROOT, "%.2f", result.perSecond() / bare.result().perSecond());
    }

    private static double millis(long micros) {
        return micros / 1e3;
    }
}
