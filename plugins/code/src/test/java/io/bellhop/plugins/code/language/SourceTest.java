package io.bellhop.plugins.code.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "package org.acme;\npublic final class Tool { void main() {} }",
                "/* package a; */\n\n// by Ann\n  package org.acme ;\nimport java.util.*;\npublic class Tool { void main() {} }",
                "package org.acme;\nclass Tool {\n  public static void main(String[] a) {}\n}",
            })
    void putsAFileIntoTheFolderOfItsPackage(String text) {
        assertThat(java().program(text).file()).isEqualTo("org/acme/Tool.java");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"// package org.acme;\npublic class Tool { void main() {} }", "package ..;\npublic class Tool {}"
            })
    void takesNothingElseForAPackage(String text) {
        assertThat(java().program(text).file()).isEqualTo("Tool.java");
    }

    @Test
    void copesWithAVeryLongLine() {
        var c = shipped("c");

        assertThat(c.program("#define X \"" + "x".repeat(500_000) + "\"\nputs(X);")
                        .files()
                        .get("main.c"))
                .contains("int main(");
    }

    private static Source java() {
        return shipped("java");
    }

    private static Source shipped(String name) {
        return LanguageBook.of(Map.of()).languages().stream()
                .filter(language -> language.name().equals(name))
                .findFirst()
                .orElseThrow()
                .source();
    }
}
