package dev.gatehouse.bench;

import java.io.IOException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Drives one running server: warms it up with an operation, then measures it. */
final class Drive {
    private final LoadOptions options;
    private final String server;
    private final long process;
    private final Supplier<Stream<ProcessHandle>> database;

    Drive(LoadOptions options, String server, long process, Supplier<Stream<ProcessHandle>> database) {
        this.options = options;
        this.server = server;
        this.process = process;
        this.database = database;
    }

    /** Sends an operation for some seconds. */
    interface Operation {
        Wrk.Result run(int seconds) throws IOException;
    }

    Measurement measure(String name, Operation operation) throws IOException {
        System.err.printf("%s: %s%n", server, name);
        operation.run(options.warmUp());
        var serverBefore = Machine.cpu(self());
        var databaseBefore = Machine.cpu(database.get());
        var result = operation.run(options.seconds());
        return new Measurement(
                server,
                name,
                result,
                Machine.cpu(self()).minus(serverBefore),
                Machine.cpu(database.get()).minus(databaseBefore));
    }

    private Stream<ProcessHandle> self() {
        return ProcessHandle.of(process).stream().flatMap(root -> Stream.concat(Stream.of(root), root.descendants()));
    }
}
