package dev.gatehouse.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/configuration.md} has a table row for every component of every {@link Settings} record: {@code | `key` |
 * `default` | meaning |}, with {@code –} for an empty default or none. It names no other key, except below the heading
 * "Read by the server configuration", whose keys the servers' own files read.
 */
class SettingsDocumentationTest {
    private static final Path PAGE = Path.of("docs", "configuration.md");
    private static final String OF_THE_SERVERS = "Read by the server configuration";
    private static final String NOTHING = "–";
    private static final Pattern HEADING = Pattern.compile("#+\\s+(.*?)\\s*#*");
    private static final Pattern ROW =
            Pattern.compile("\\|\\s*`(gatehouse\\.[^`]+)`\\s*\\|\\s*(`[^`]*`|[^|`]*?)\\s*\\|\\s*(.*?)\\s*\\|");

    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{(gatehouse\\.[a-z.-]+)");
    private static final Pattern VARIABLE = Pattern.compile("<variable name=\"(gatehouse\\.[a-z.-]+)\"");

    private record Row(String section, String key, String fallback, String meaning) {}

    @Test
    void every_key_has_one_row() throws IOException {
        assertThat(rows(row -> !ofTheServers(row)).stream().map(Row::key).toList())
                .containsExactlyInAnyOrderElementsOf(declared().keySet());
    }

    @Test
    void every_row_tells_the_default() throws IOException {
        var declared = declared();
        var documented = rows(row -> declared.containsKey(row.key())).stream()
                .collect(Collectors.toMap(Row::key, Row::fallback, (one, other) -> one));

        assertThat(documented).containsExactlyInAnyOrderEntriesOf(declared);
    }

    @Test
    void every_row_says_what_the_key_means() throws IOException {
        assertThat(rows(row -> row.meaning().isEmpty())).isEmpty();
    }

    @Test
    void keys_of_the_servers_are_none_of_the_application() throws IOException {
        assertThat(rows(SettingsDocumentationTest::ofTheServers).stream().map(Row::key))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(declared().keySet());
    }

    @Test
    void every_key_that_the_servers_read_has_a_row() throws IOException {
        assertThat(rows(SettingsDocumentationTest::ofTheServers).stream().map(Row::key))
                .containsExactlyInAnyOrderElementsOf(readByServers());
    }

    private static boolean ofTheServers(Row row) {
        return row.section().equals(OF_THE_SERVERS);
    }

    /** The keys of all settings records with their defaults as a row writes them. */
    private static Map<String, String> declared() {
        var declared = new LinkedHashMap<String, String>();
        new ClassFileImporter()
                        .withImportOption(location -> location.contains("/target/classes/"))
                        .importPackages("dev.gatehouse")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(Settings.class))
                        .map(JavaClass::reflect)
                        .map(type -> type.asSubclass(Record.class))
                        .flatMap(type -> SettingsKey.of(type).stream())
                        .forEach(key -> declared.put(key.name(), shown(key)));
        assertThat(declared).containsKeys("gatehouse.public-url", "gatehouse.demo.enabled");
        return declared;
    }

    /** Every <code>${gatehouse.some-key}</code> in the files of the servers, comments left out. */
    private static Set<String> readByServers() throws IOException {
        var keys = new TreeSet<String>();
        try (var files = Files.walk(Path.of("server-config"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var text = COMMENT.matcher(Files.readString(file)).replaceAll("");
                EXPRESSION.matcher(text).results().map(match -> match.group(1)).forEach(keys::add);
                VARIABLE.matcher(text).results().map(match -> match.group(1)).forEach(keys::add);
            }
        }
        return keys;
    }

    private static String shown(SettingsKey key) {
        return key.defaultValue()
                .filter(text -> !text.isEmpty())
                .map(text -> "`" + text + "`")
                .orElse(NOTHING);
    }

    private static List<Row> rows(Predicate<Row> wanted) throws IOException {
        var rows = new ArrayList<Row>();
        var section = "";
        for (var line : Files.readAllLines(PAGE)) {
            var heading = HEADING.matcher(line);
            var row = ROW.matcher(line.strip());
            if (heading.matches()) {
                section = heading.group(1);
            } else if (row.matches()) {
                rows.add(new Row(section, row.group(1), row.group(2), row.group(3)));
            }
        }
        return rows.stream().filter(wanted).toList();
    }
}
