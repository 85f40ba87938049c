package io.bellhop.plugins.code.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LanguageBookTest {
    @Test
    void shipsFifteenLanguages() {
        var book = LanguageBook.of(Map.of());

        assertThat(book.refused()).isEmpty();
        assertThat(book.languages())
                .extracting(LanguageSpec::name)
                .containsExactly(
                        "bash",
                        "c",
                        "cpp",
                        "go",
                        "java",
                        "lua",
                        "node",
                        "ocaml",
                        "perl",
                        "php",
                        "python",
                        "ruby",
                        "rust",
                        "sqlite",
                        "typescript");
    }

    @Test
    void givesNoNameToTwoLanguages() {
        assertThat(LanguageBook.of(Map.of()).languages().stream()
                        .flatMap(language -> language.aliases().stream())
                        .toList())
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(LanguageBook.of(Map.of()).languages().stream()
                        .map(LanguageSpec::name)
                        .toList());
    }

    @Test
    void takesALanguageOfTheOwner() {
        var zig = Written.language().file("main.zig").version("zig", "version").run("zig", "run", "{file}");

        var book = LanguageBook.of(Map.of("zig", zig.aliases("zigzag").entry()));

        assertThat(book.refused()).isEmpty();
        var language = named(book, "zig");
        assertThat(language.language("0.11").aliases()).containsExactly("zigzag");
        assertThat(language.highlight()).isEqualTo("zig");
        assertThat(language.run().words("main.zig", List.of(), 64, List.of()))
                .containsExactly("zig", "run", "main.zig");
    }

    @Test
    void changesWhatTheOwnerSaysOfAShippedLanguageAndNothingElse() {
        var book = LanguageBook.of(
                Map.of("python", Written.language().run("pypy3", "{file}").entry()));

        var python = named(book, "python");
        assertThat(python.run().command()).containsExactly("pypy3", "{file}");
        assertThat(python.source().file()).isEqualTo("main.py");
        assertThat(python.aliases()).contains("py");
    }

    @Test
    void knowsTheFilesOfALanguageByTheirEndings() {
        var cpp = named(LanguageBook.of(Map.of()), "cpp");

        assertThat(List.of("main.cpp", "util.cpp", "a.b.cc")).allMatch(cpp::isSource);
        assertThat(List.of("util.hpp", "cpp", "data.csv", "util.cpp.txt", "util."))
                .noneMatch(cpp::isSource);
    }

    @Test
    void namesTheFoldersThatSandboxesDoNotShowAnyway() {
        var own = Map.of(
                "python",
                Written.language().roots("/opt/python", "/usr/lib/python3").entry());
        var java = Path.of(System.getProperty("java.home"));

        assertThat(LanguageBook.of(own).roots())
                .contains(Path.of("/opt/python"))
                .doesNotContain(Path.of("/usr/lib/python3"));
        assertThat(LanguageBook.of(Map.of()).roots()).hasSize(java.startsWith("/usr") ? 0 : 1);
        assertThat(refused(
                        "zig",
                        Written.language()
                                .file("a.x")
                                .version("x")
                                .run("x")
                                .roots("opt")
                                .entry()))
                .contains("zig.roots: \"opt\" must begin with /");
    }

    @Test
    void givesALanguageNoMoreThanTheLimitUnlessItSaysThatItNeedsMore() {
        var book = LanguageBook.of(Map.of());

        assertThat(named(book, "python").language("3").memory()).isZero();
        assertThat(named(book, "node").language("20").memory()).isEqualTo(128 << 20);
    }

    @Test
    void leavesOutWhatMakesNoSenseAndKeepsTheRest() {
        var whole = Written.language().file("a.x").version("x", "-v").run("x", "{file}");

        assertThat(refused("zig", Written.language().file("a.x").version("x").entry()))
                .startsWith("bellhop.yaml: plugins.code.languages.zig.run: is missing");
        assertThat(refused("Zig", whole.entry())).contains("languages.Zig: a language's name has small letters");
        assertThat(refused("py", whole.entry())).contains("py means python already");
        assertThat(refused("zig", whole.aliases("go").entry())).contains("zig.aliases: go means go already");
        assertThat(refused("zig", whole.file("../a").entry())).contains("zig.file: \"../a\" is no plain name");
        assertThat(refused("python", Written.language().run("py", "{script}").entry()))
                .contains("python.run: has no placeholder {script}");
        assertThat(refused("zig", whole.opaque("(").entry())).contains("zig.opaque: is no regular expression: ");
        assertThat(refused("c", Written.language().run("x", "-l{sources}").entry()))
                .contains("{args} and {sources} as words of their own");
        assertThat(refused("zig", whole.environment("A=B", "x").entry()))
                .contains("zig.environment: \"A=B\" is no name of a variable");
        assertThat(refused("zig", whole.environment("A", "\0").entry()))
                .contains("zig.environment: can't have a NUL in it");
        assertThat(refused("zig", whole.run("x\0", "{file}").entry())).contains("zig.run: can't have a NUL in it");
    }

    private static String refused(String name, LanguageEntry entry) {
        var book = LanguageBook.of(Map.of(name, entry));
        assertThat(book.languages()).hasSize(15);
        assertThat(book.refused()).hasSize(1);
        return book.refused().getFirst();
    }

    private static LanguageSpec named(LanguageBook book, String name) {
        return book.languages().stream()
                .filter(language -> language.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private record Written(
            Optional<String> file,
            Optional<List<String>> version,
            Optional<List<String>> run,
            Optional<List<String>> aliases,
            Optional<String> opaque,
            Optional<Map<String, String>> environment,
            Optional<List<String>> roots) {
        static Written language() {
            return new Written(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        Written file(String name) {
            return new Written(Optional.of(name), version, run, aliases, opaque, environment, roots);
        }

        Written version(String... words) {
            return new Written(file, Optional.of(List.of(words)), run, aliases, opaque, environment, roots);
        }

        Written run(String... words) {
            return new Written(file, version, Optional.of(List.of(words)), aliases, opaque, environment, roots);
        }

        Written aliases(String... names) {
            return new Written(file, version, run, Optional.of(List.of(names)), opaque, environment, roots);
        }

        Written opaque(String expression) {
            return new Written(file, version, run, aliases, Optional.of(expression), environment, roots);
        }

        Written environment(String name, String value) {
            return new Written(file, version, run, aliases, opaque, Optional.of(Map.of(name, value)), roots);
        }

        Written roots(String... folders) {
            return new Written(file, version, run, aliases, opaque, environment, Optional.of(List.of(folders)));
        }

        LanguageEntry entry() {
            return new LanguageEntry(
                    aliases,
                    Optional.empty(),
                    file,
                    Optional.empty(),
                    opaque,
                    Optional.empty(),
                    Optional.empty(),
                    version,
                    Optional.empty(),
                    Optional.empty(),
                    run,
                    Optional.empty(),
                    environment,
                    roots,
                    Optional.empty());
        }
    }
}
