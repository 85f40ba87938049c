package io.bellhop.plugins.code.language;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTest {
    private static final Opaque COMMENTS = new Opaque(Pattern.compile("/\\*[^*]*\\*/"));
    private static final Boilerplate AROUND = new Boilerplate(
            Pattern.compile("\\bmain\\s*\\("),
            Pattern.compile("(?m)^import [^;\n]+;"),
            "",
            Map.of(Pattern.compile("\\bList\\b"), "import java.util.List;"),
            Pattern.compile(".+"),
            "{line} void main() { ",
            "\n}");

    @Test
    void leavesAWholeProgramAlone() {
        assertThat(complete("void main() { List.of(); }")).isEqualTo("void main() { List.of(); }");
    }

    @Test
    void hoistsImportsAndKeepsTheNumbersOfLines() {
        assertThat(complete("import a.B;\nvar b = new B();"))
                .isEqualTo("import a.B; void main() { \nvar b = new B();\n}");
    }

    @Test
    void leavesWhatStandsBeforeAllElseWhereItIs() {
        assertThat(
                        complete(
                                "/* by Ann */\nimport a.B;\n\nimport java.util.List;\n/* then */\nList.of(); x();\nimport c.D;"))
                .isEqualTo("/* by Ann */\nimport a.B;\n\nimport java.util.List;import c.D; void main() { \n/* then */\n"
                        + "List.of(); x();\n\n}");
    }

    @Test
    void importsWhatIsUsedUnlessTheFragmentDoes() {
        assertThat(complete("List.of();")).isEqualTo("import java.util.List; void main() { List.of();\n}");
        assertThat(complete("import java.util.List; List.of();"))
                .isEqualTo("import java.util.List; void main() {  List.of();\n}");
    }

    @Test
    void looksForNothingInComments() {
        assertThat(complete("/* main() */ x();")).isEqualTo(" void main() { /* main() */ x();\n}");
        assertThat(complete("x(); /* List */")).isEqualTo(" void main() { x(); /* List */\n}");
        assertThat(complete("/*\nimport a.B;\n*/")).isEqualTo(" void main() { /*\nimport a.B;\n*/\n}");
    }

    @Test
    void blanksWhatIsOpaqueAndKeepsTheRestInItsPlace() {
        assertThat(COMMENTS.blank("a /* \uD83D\uDE00\n$1 */ b")).isEqualTo("a      \n      b");
    }

    @Test
    void marksWhatItHoistsWithTheNumberOfItsLine() {
        var marking = new Boilerplate(
                Pattern.compile("main"),
                Pattern.compile("(?m)^use [^;]+;"),
                "@{number} ",
                Map.of(),
                Pattern.compile("(?!)"),
                "{lines}\n",
                "");

        assertThat(marking.complete("use a;\nx\nuse b,\nc;\nuse d;", COMMENTS))
                .isEqualTo("@1 use a;\n@3 use b,\nc;\n@5 use d;\n\nx\n\n\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            c    | // main() is not needed~puts("x");
            c    | /* int main( */ puts("main(");
            c    | puts("\\"main(");
            c    | char q = '"'; // "main("
            c    | // on \\~main()~puts("x");
            cpp  | puts(R"x(")" main( )x");
            cpp  | int n = 1'000; puts("main('");
            java | IO.println("main(" + '"' + "main(");
            java | IO.println(\"""~"main(" \\\""" main(~\""");
            go   | fmt.Println("the package is here")
            go   | s := `~package main~`~fmt.Println(s)
            rust | // fn main() comment~println!("x");
            rust | /* a /* b */ fn main() */ println!("x");
            rust | println!(r#""fn main() ""#);
            rust | fn f<'a>(x: &'a str) {} let q = '"'; println!("fn main() '");
            php  | echo "<?php";
            php  | $x = '<?xml version="1.0"?>';
            """)
    void takesNoCommentOrStringForAWholeProgram(String language, String text) {
        var fragment = text.replace('~', '\n');

        assertThat(completed(language, fragment)).isNotEqualTo(fragment);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            c    | char q = '"'; int main() {} // "
            cpp  | int n = 1'000; int main() {}
            cpp  | auto s = R"(\\)"; int main() {}
            java | char q = '"'; void main() {}
            java | var s = \"""~\\\"""\"""; void main() {}
            go   | /* by Ann */ package main
            rust | fn f<'a>(x: &'a str) {} fn main() {} // '
            rust | /* /* */ */ fn main() {}
            php  | It's <?= 42 ?>
            php  | <p title="<?php echo 42; ?>">
            """)
    void knowsAWholeProgramBehindWhatOnlyLooksLikeTheBeginningOfAString(String language, String text) {
        var program = text.replace('~', '\n');

        assertThat(completed(language, program)).isEqualTo(program);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            import (~"fmt"~"os"~)~fmt.Println(os.Args)         | none
            import (~// of (old)~"os" // "fmt"~)~os.Exit(3)    | none
            import "crypto/rand"~rand.Read(b)                  | none
            import "math/rand/v2"~rand.N(1)                    | none
            import "os/exec"~exec.Command(os.Args[1])          | os
            import str "os"~str.Exit(strings.Count("a", "b"))  | strings
            fmt.Println("just in time. OK")                    | fmt
            // sort. Of~panic("io.EOF")                        | none
            x := T{}; println(x.time.H, time.h, ptime.T)       | none
            """)
    void importsInGoWhatIsUsedAndNotBound(String text, String name) {
        var added =
                completed("go", text.replace('~', '\n')).lines().skip(2).takeWhile(line -> line.startsWith("import"));

        assertThat(added.toList()).isEqualTo(name.equals("none") ? List.of() : List.of("import \"" + name + "\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// class Bar { static void main(\nclass Baz { public static void main(String[] a) {} }",
                "class Baz { String s = \"class Bar \"; public static void main(String[] a) {} }",
                "/*\npublic class Bar */\ninterface Baz { static void main(String[] a) {} }",
                "enum Bar { A }\nclass Baz { enum Foo {} public static void main(String[] a) {} }",
            })
    void namesTheFileByNoCommentOrString(String text) {
        assertThat(java().program(text).file()).isEqualTo("Baz.java");
    }

    @Test
    void namesTheFileByWhatIsInIt() {
        var source = new Source(
                "Main.java",
                Map.of(),
                COMMENTS,
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "\n",
                " ",
                "\"",
                "'",
                "`",
                "\\",
                "/*",
                "*/",
                "/* ",
                "/*/",
                "//",
                "\"\"\"",
                "r#\"",
                "#",
                "R\"(",
                "1'",
                "<?",
                "main ",
                "class a ",
                "enum a ",
                "record a",
                "public ",
                "public abstract ",
                "static ",
                "static void main ",
                "package a.",
                "a.",
                "import (",
                "import a from",
                "import a from 'b'\n",
                "await\nimport a\n",
                "import (\n",
                "import\n",
                "import \"a\"\n",
                "import (\"a\" ",
                "#define a \\\n",
                "/* /**/ ",
                "r#",
                "mod\n",
                "mod a;\n",
                "\"a/",
                "import a \"b/",
                "time.A ",
                "'\\",
                "class a {} enum b {} ",
            })
    @Timeout(60)
    void takesNoTimeToSpeakOfForHugeNonsense(String repeated) {
        var text = "class a { " + repeated.repeat(150_000 / repeated.length());
        for (var language : List.of("c", "cpp", "go", "java", "php", "rust", "typescript")) {
            assertThat(shipped(language).program(text).files()).isNotEmpty();
        }
    }

    private static String complete(String text) {
        return AROUND.complete(text, COMMENTS);
    }

    private static String completed(String language, String text) {
        var program = shipped(language).program(text);
        return requireNonNull(program.files().get(program.file()));
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
