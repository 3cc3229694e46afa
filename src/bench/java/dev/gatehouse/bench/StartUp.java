package dev.gatehouse.bench;

import dev.gatehouse.support.Server;
import dev.gatehouse.support.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How long a server takes from its launch to its readiness on H2 with demo data, and the memory that it has then. */
record StartUp(Server server, Duration first, Duration median, long residentMiB) {
    private static final Duration SETTLING = Duration.ofSeconds(5);

    /** Starts with an empty database once, then several times with what that left. */
    static StartUp measure(Server server, LoadOptions options) throws IOException, InterruptedException {
        var directory = Directories.empty(Load.DIRECTORY.resolve(LoadOptions.name(server) + "-h2"));
        var times = new ArrayList<Duration>();
        var memory = new ArrayList<Long>();
        try (var process = server.process(options.home(server))
                .dataDirectory(directory)
                .property("gatehouse.demo.enabled", "true")) {
            var first = time(process);
            for (int i = 0; i < options.starts(); i++) {
                process.stop();
                times.add(time(process));
                Thread.sleep(SETTLING);
                memory.add(Machine.resident(process.pid()));
            }
            return new StartUp(server, first, median(times), median(memory));
        }
    }

    private static Duration time(ServerProcess process) {
        var launch = Instant.now();
        process.start();
        return Duration.between(launch, Instant.now());
    }

    private static <T extends Comparable<T>> T median(List<T> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
