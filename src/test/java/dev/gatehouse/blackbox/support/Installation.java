package dev.gatehouse.blackbox.support;

import dev.gatehouse.support.Database;
import dev.gatehouse.support.ServerProcess;
import dev.gatehouse.support.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.UnaryOperator;

/** A database and the nodes on it, which answer behind the URL of the first. */
record Installation(Database database, List<ServerProcess> nodes) implements AutoCloseable {
    private static final Map<Setup, FutureTask<Installation>> SHARED = new ConcurrentHashMap<>();

    /** One for whoever closes it soon. */
    static Installation own(Setup setup) {
        return start(setup.nodes(), node -> node.properties(setup.properties()).shortLived());
    }

    /** The one for all who want that, started for the first of them; its nodes end with this JVM. */
    static Installation shared(Setup setup) {
        var start = SHARED.computeIfAbsent(
                setup,
                any -> new FutureTask<>(() -> start(setup.nodes(), node -> node.properties(setup.properties()))));
        start.run();
        try {
            return start.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The node whose URL it is. */
    ServerProcess first() {
        return nodes.getFirst();
    }

    private static Installation start(int number, UnaryOperator<ServerProcess> setup) {
        var directory = TestServer.newDirectory();
        var database = TestServer.database(directory);
        var first =
                setup.apply(TestServer.on(database).dataDirectory(directory)).start();
        var nodes = new ArrayList<>(List.of(first));
        while (nodes.size() < number) {
            nodes.add(setup.apply(TestServer.on(database).dataDirectory(TestServer.newDirectory()))
                    .property("gatehouse.public-url", first.baseUrl().toString())
                    .start());
        }
        return new Installation(database, nodes);
    }

    @Override
    public void close() {
        nodes.forEach(ServerProcess::close);
    }
}
