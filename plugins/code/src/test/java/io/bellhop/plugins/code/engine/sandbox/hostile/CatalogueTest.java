package io.bellhop.plugins.code.engine.sandbox.hostile;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final Path ROOT = Path.of("../..");
    private static final Path PAGE = ROOT.resolve("docs/security.md");
    private static final Pattern TEST = Pattern.compile("^\\|.*\\| `(\\w+)\\.(\\w+)` \\|$", Pattern.MULTILINE);

    @Test
    void isShownInTheDocumentationAsItIs() throws IOException {
        try (Stream<String> lines = Files.lines(PAGE)) {
            var shown = lines.filter(line -> line.matches("\\| [a-z-]+/[a-z0-9-]+ \\|.*"));

            assertThat(shown)
                    .containsExactlyInAnyOrderElementsOf(Attack.ofAllMachines().stream()
                            .map(attack -> "| " + attack.name() + " | " + String.join(" / ", attack.expected()) + " | "
                                    + attack.layer() + " |")
                            .toList());
        }
    }

    @Test
    void namesTestsThatThereAre() throws IOException {
        var classes = sources();

        assertThat(TEST.matcher(Files.readString(PAGE)).results())
                .hasSizeGreaterThan(20)
                .allSatisfy(test -> {
                    assertThat(classes).containsKey(test.group(1));
                    assertThat(classes.get(test.group(1))).content().containsPattern("void " + test.group(2) + "\\(");
                });
    }

    /** Returns the files of this plugin's tests and of the contracts in the test kit, by the names of their classes. */
    private static Map<String, Path> sources() throws IOException {
        try (var tests = Files.walk(Path.of("src/test/java"));
                var kit = Files.walk(ROOT.resolve("core/src/main/java/io/bellhop/core/testkit"))) {
            return Stream.concat(tests, kit)
                    .filter(file -> file.toString().matches(".*(Test|Contract)\\.java"))
                    .collect(toMap(
                            file -> file.getFileName().toString().replace(".java", ""), file -> file, (one, _) -> one));
        }
    }
}
