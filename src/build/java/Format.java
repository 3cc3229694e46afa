import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks or applies palantir-java-format: {@code Format check|apply stamp directory...}.
 *
 * <p>The formatter parses with the compiler of the JDK it runs on, so it has to run on the tool chain's and not on
 * Maven's.
 */
final class Format {
    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .formatJavadoc(true)
            .build());

    public static void main(String... args) throws IOException {
        boolean apply = args[0].equals("apply");
        Path stamp = Path.of(args[1]);
        FileTime checked = Files.exists(stamp) ? Files.getLastModifiedTime(stamp) : FileTime.fromMillis(0);
        FileTime now = FileTime.fromMillis(System.currentTimeMillis());
        List<Path> unformatted = Arrays.stream(args)
                .skip(2)
                .map(Path::of)
                .flatMap(Format::sources)
                .parallel()
                .filter(source -> modified(source).compareTo(checked) > 0)
                .filter(source -> differs(source, apply))
                .sorted()
                .toList();
        unformatted.forEach(source -> System.err.println((apply ? "formatted " : "not formatted: ") + source));
        if (!apply && !unformatted.isEmpty()) {
            System.err.println("Run: mvn -Pformat");
            System.exit(1);
        }
        Files.createDirectories(stamp.getParent());
        Files.writeString(stamp, "");
        Files.setLastModifiedTime(stamp, now);
    }

    private static Stream<Path> sources(Path directory) {
        if (!Files.isDirectory(directory)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static FileTime modified(Path source) {
        try {
            return Files.getLastModifiedTime(source);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean differs(Path source, boolean apply) {
        try {
            String text = Files.readString(source);
            String formatted = FORMATTER.formatSourceAndFixImports(text);
            if (formatted.equals(text)) {
                return false;
            }
            if (apply) {
                Files.writeString(source, formatted);
            }
            return true;
        } catch (FormatterException e) {
            System.err.println(source + ": " + e.getMessage());
            return true;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
