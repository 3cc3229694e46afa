package dev.gatehouse.bench;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
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
            `client_credentials` is not in the product yet and is left out.
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

    private static Measurement echo(List<Measurement> measurements, Measurement of) {
        return measurements.stream()
                .filter(other ->
                        other.server() == of.server() && other.operation().equals(Load.ECHO))
                .findFirst()
                .orElseThrow();
    }

    private static String row(Measurement measurement, Measurement echo) {
        var result = measurement.result();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %,.0f | %.2f | %.2f | %.2f | %.0f | %.0f | %d |",
                LoadOptions.name(measurement.server()),
                measurement.operation(),
                result.perSecond(),
                millis(result.p50()),
                millis(result.p99()),
                result.perSecond() / echo.result().perSecond(),
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

    private static double millis(long micros) {
        return micros / 1e3;
    }
}
