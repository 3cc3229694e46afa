package dev.gatehouse.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs wrk with one of the scripts of {@code src/bench/wrk}. */
final class Wrk {
    private static final String SCRIPTS = "src/bench/wrk/";
    private static final String RESULT = "RESULT ";

    private final LoadOptions options;

    Wrk(LoadOptions options) {
        this.options = options;
    }

    /** What a run counted; times in microseconds. */
    record Result(long requests, long duration, long p50, long p99, long errors) {
        double perSecond() {
            return requests * 1e6 / duration;
        }
    }

    Result run(int seconds, String script, String url, List<String> headers, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("wrk", "-t" + options.threads(), "-c" + options.connections()));
        command.addAll(List.of("-d" + seconds + "s", "--timeout", "10s", "-s", SCRIPTS + script));
        headers.forEach(header -> command.addAll(List.of("-H", header)));
        command.addAll(List.of(url, "--"));
        command.addAll(Arrays.asList(arguments));
        return parse(output(command));
    }

    static String version() throws IOException {
        return output(List.of("wrk", "-v")).lines().findFirst().orElse("").replaceFirst(" Copyright.*", "");
    }

    private static String output(List<String> command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var output = process.inputReader()) {
            return String.join("\n", output.lines().toList());
        }
    }

    private static Result parse(String output) {
        var numbers = output.lines()
                .filter(line -> line.startsWith(RESULT))
                .findFirst()
                .map(line -> line.substring(RESULT.length()).split(" "))
                .orElseThrow(() -> new IllegalStateException("wrk failed:\n" + output));
        var values = Arrays.stream(numbers).mapToLong(Long::parseLong).toArray();
        return new Result(values[0], values[1], values[2], values[3], values[4]);
    }
}
