package io.bellhop.plugins.code.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SourceTest {
    private static final Boilerplate AROUND = new Boilerplate(
            Pattern.compile("\\bmain\\s*\\("),
            Pattern.compile("(?m)^import [^;\n]+;"),
            Map.of(Pattern.compile("\\bList\\b"), "import java.util.List;"),
            "{line} void main() { ",
            "\n}");

    @Test
    void leavesAWholeProgramAlone() {
        assertThat(AROUND.complete("void main() { List.of(); }")).isEqualTo("void main() { List.of(); }");
    }

    @Test
    void hoistsImportsAndKeepsTheNumbersOfLines() {
        assertThat(AROUND.complete("import a.B;\nvar b = new B();"))
                .isEqualTo("import a.B; void main() { \nvar b = new B();\n}");
    }

    @Test
    void importsWhatIsUsedUnlessTheFragmentDoes() {
        assertThat(AROUND.complete("List.of();")).isEqualTo("import java.util.List; void main() { List.of();\n}");
        assertThat(AROUND.complete("import java.util.List; List.of();"))
                .isEqualTo("import java.util.List; void main() {  List.of();\n}");
    }

    @Test
    void namesTheFileByWhatIsInIt() {
        var source = new Source(
                "Main.java",
                Map.of(),
                List.of(Pattern.compile("public class (\\w+)"), Pattern.compile("class (\\w+)")),
                Optional.empty());

        assertThat(source.program("class A {} public class B {}").file()).isEqualTo("B.java");
        assertThat(source.program("class A {}").file()).isEqualTo("A.java");
        assertThat(source.program("void main() {}").file()).isEqualTo("Main.java");
    }
}
