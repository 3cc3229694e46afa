package dev.gatehouse.bench;

import dev.gatehouse.bench.echo.EchoApplication;
import dev.gatehouse.bench.echo.EchoResource;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A second home of a server, the same but for the WAR: where Gatehouse was is the echo. */
final class EchoHome {
    private static final String WAR = "gatehouse.war";

    private EchoHome() {}

    static Path of(Path home, Path copy) throws IOException {
        Directories.delete(copy);
        try (var files = Files.walk(home)) {
            for (var file : (Iterable<Path>) files::iterator) {
                mirror(file, copy.resolve(home.relativize(file)));
            }
        }
        return copy;
    }

    private static void mirror(Path file, Path copy) throws IOException {
        if (Files.isDirectory(file)) {
            Files.createDirectories(copy);
        } else if (file.endsWith(WAR)) {
            war().as(ZipExporter.class).exportTo(copy.toFile());
        } else {
            link(file, copy);
        }
    }

    private static void link(Path file, Path copy) throws IOException {
        try {
            Files.createLink(copy, file);
        } catch (FileSystemException | UnsupportedOperationException e) {
            Files.copy(file, copy);
        }
    }

    private static WebArchive war() {
        return ShrinkWrap.create(WebArchive.class, WAR).addClasses(EchoApplication.class, EchoResource.class);
    }
}
