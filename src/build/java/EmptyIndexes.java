import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.jandex.IndexWriter;
import org.jboss.jandex.Indexer;

/**
 * Gives every library of the WAR an empty annotation index: {@code EmptyIndexes directory}.
 *
 * <p>WildFly otherwise reads each of their classes at every start, for seconds, and finds nothing.
 */
final class EmptyIndexes {
    public static void main(String... args) throws IOException {
        try (DirectoryStream<Path> libraries = Files.newDirectoryStream(Path.of(args[0]), "*.jar")) {
            libraries.forEach(EmptyIndexes::addTo);
        }
    }

    private static void addTo(Path library) {
        try (FileSystem jar = FileSystems.newFileSystem(library)) {
            Path index = jar.getPath("META-INF", "jandex.idx");
            if (Files.exists(index)) {
                return;
            }
            Files.createDirectories(index.getParent());
            try (OutputStream out = Files.newOutputStream(index)) {
                new IndexWriter(out).write(new Indexer().complete());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
