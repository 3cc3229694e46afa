package dev.gatehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The page that maps attacks to tests names tests that are there. */
class ThreatModelTest {
    private static final Path PAGE = Path.of("docs", "threat-model.md");
    private static final Path TESTS = Path.of("src", "test", "java");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Pattern CLASS = Pattern.compile("(?:[a-z0-9]+\\.)*([A-Z]\\w*(?:IT|Test))(?:\\.(\\w+))?");
    private static final Pattern METHOD = Pattern.compile("[a-z]+(_[a-z0-9]+)+");
    private static final int ATTACKS = 45;

    /** Test sources by the simple name of the class. */
    private static Map<String, String> sources() throws IOException {
        try (var files = Files.walk(TESTS)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            ThreatModelTest::text,
                            String::concat));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> rows() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.matches("\\| \\d+ \\|.*"))
                .toList();
    }

    @Test
    void has_a_row_for_each_attack() throws IOException {
        assertThat(rows().stream().map(row -> Integer.parseInt(row.split("\\|")[1].strip())))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, ATTACKS).boxed().toList());
    }

    @Test
    void names_tests_that_are_there() throws IOException {
        var sources = sources();

        assertThat(rows()).allSatisfy(row -> assertThat(named(row, sources)).doesNotContainValue(false));
    }

    /** A package, or a word of the rule, shows nothing by itself. */
    @Test
    void names_a_test_for_each_attack() throws IOException {
        var sources = sources();

        assertThat(rows()).allSatisfy(row -> assertThat(named(row, sources)).containsValue(true));
    }

    @Test
    void takes_no_package_for_a_test() {
        var row = "| 1 | attack | rule | `consent`, `rfc7591`, `src/conformance/browser.mjs`, `a_method_of_nothing` |";

        assertThat(named(row, Map.of("ConsentPageIT", ""))).doesNotContainValue(true);
    }

    /** The test classes and methods that a row names, and whether they are there. */
    private static Map<String, Boolean> named(String row, Map<String, String> sources) {
        var named = new LinkedHashMap<String, Boolean>();
        var current = "";
        for (var quoted :
                QUOTED.matcher(row).results().map(found -> found.group(1)).toList()) {
            var test = CLASS.matcher(quoted);
            if (test.matches()) {
                current = sources.getOrDefault(test.group(1), "");
                named.put(quoted, !current.isEmpty() && (test.group(2) == null || has(current, test.group(2))));
            } else if (METHOD.matcher(quoted).matches() && !current.isEmpty()) {
                named.put(quoted, has(current, quoted));
            }
        }
        return named;
    }

    private static boolean has(String source, String method) {
        return source.contains("void " + method + "(");
    }
}
