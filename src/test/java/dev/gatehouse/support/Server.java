package dev.gatehouse.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How each server is started from its provisioned home, with everything it writes in a directory of its own. */
public enum Server {
    WILDFLY("WFLYSRV0026") {
        @Override
        List<String> options(Path home, Path directory) {
            return Stream.concat(
                            Stream.of(
                                    "@" + home.resolve("bin/jvm.options"),
                                    "-Djboss.home.dir=" + home,
                                    "-Djboss.server.base.dir=" + directory,
                                    "-Dlogging.configuration="
                                            + directory
                                                    .resolve("configuration/logging.properties")
                                                    .toUri()),
                            // WildFly still uses what this JDK warns of at every start.
                            Runtime.version().feature() < 24
                                    ? Stream.empty()
                                    : Stream.of("--sun-misc-unsafe-memory-access=allow"))
                    .toList();
        }

        @Override
        List<String> program(Path home) {
            return List.of(
                    "-jar",
                    home.resolve("jboss-modules.jar").toString(),
                    "-mp",
                    home.resolve("modules").toString(),
                    "org.jboss.as.standalone");
        }

        @Override
        void prepare(Path home, Path directory) throws IOException {
            Path configuration = Files.createDirectories(directory.resolve("configuration"));
            for (String file : List.of("standalone.xml", "logging.properties")) {
                Files.copy(
                        home.resolve("standalone/configuration").resolve(file),
                        configuration.resolve(file),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }

        @Override
        Map<String, String> properties(Map<String, String> given) {
            return given.getOrDefault("gatehouse.datasource.url", "").startsWith("jdbc:postgresql:")
                    ? Map.of("gatehouse.datasource.driver", "postgresql")
                    : Map.of();
        }
    },

    LIBERTY("CWWKZ0002E|CWWKZ0004E|SRVE0283E") {
        @Override
        List<String> options(Path home, Path directory) {
            return List.of(
                    "@" + home.resolve("usr/servers/gatehouse/jvm.options"),
                    "@"
                            + home.resolve("lib/platform/java/")
                                    .resolve(Runtime.version().feature() < 24 ? "java9.options" : "java24.options"),
                    "-javaagent:" + home.resolve("bin/tools/ws-javaagent.jar"));
        }

        @Override
        List<String> program(Path home) {
            return List.of("-jar", home.resolve("bin/tools/ws-server.jar").toString(), "gatehouse");
        }

        @Override
        Map<String, String> environment(Path home, Path directory) {
            return Map.of(
                    "WLP_USER_DIR", home.resolve("usr").toString(),
                    "WLP_OUTPUT_DIR", directory.toString());
        }
    };

    /** What the server logs when it runs on without its application. */
    final Pattern failure;

    Server(String failure) {
        this.failure = Pattern.compile(failure);
    }

    abstract List<String> options(Path home, Path directory);

    abstract List<String> program(Path home);

    Map<String, String> environment(Path home, Path directory) {
        return Map.of();
    }

    Map<String, String> properties(Map<String, String> given) {
        return Map.of();
    }

    void prepare(Path home, Path directory) throws IOException {
        Files.createDirectories(directory);
    }

    /** The server called {@code wildfly} or {@code liberty}, as in the build's profiles. */
    public static Server named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** A process of this server, not yet started. */
    public ServerProcess process(Path home) {
        return new ServerProcess(this, home.toAbsolutePath());
    }
}
