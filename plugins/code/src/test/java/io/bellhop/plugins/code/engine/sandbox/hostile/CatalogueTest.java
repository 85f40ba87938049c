package io.bellhop.plugins.code.engine.sandbox.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final Path PAGE = Path.of("../../docs/security.md");

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
}
