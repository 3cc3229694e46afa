package dev.gatehouse.bench;

import dev.gatehouse.support.Server;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What can be chosen about a run, as {@code --name value}. */
record LoadOptions(
        List<Server> servers,
        int warmUp,
        int seconds,
        int connections,
        int threads,
        int starts,
        Path homes,
        Optional<Path> keycloak) {

    static LoadOptions parse(String... args) {
        Map<String, String> defaults = Map.of(
                "--keycloak", "",
                "--servers", "wildfly,liberty",
                "--warm-up", "60",
                "--seconds", "15",
                "--connections", "16",
                "--threads", "1",
                "--starts", "3",
                "--homes", "target");
        Map<String, String> given = new HashMap<>(defaults);
        for (int i = 0; i < args.length; i += 2) {
            if (!defaults.containsKey(args[i]) || i + 1 == args.length) {
                throw new IllegalArgumentException(
                        "Not an option with a value: " + args[i] + ". Options and defaults: " + defaults);
            }
            given.put(args[i], args[i + 1]);
        }
        return of(given);
    }

    private static LoadOptions of(Map<String, String> given) {
        return new LoadOptions(
                Arrays.stream(given.get("--servers").split(","))
                        .map(Server::named)
                        .toList(),
                Integer.parseInt(given.get("--warm-up")),
                Integer.parseInt(given.get("--seconds")),
                Integer.parseInt(given.get("--connections")),
                Integer.parseInt(given.get("--threads")),
                Integer.parseInt(given.get("--starts")),
                Path.of(given.get("--homes")),
                Optional.of(given.get("--keycloak"))
                        .filter(home -> !home.isEmpty())
                        .map(Path::of));
    }

    Path home(Server server) {
        return homes.resolve(name(server)).toAbsolutePath();
    }

    static String name(Server server) {
        return server.name().toLowerCase(Locale.ROOT);
    }
}
