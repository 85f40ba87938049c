package io.bellhop.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.testkit.Guide.Section;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The guides keep what they say. A section shows a plugin, and then that it holds. */
class GuidesTest {
    private static final Path DOCS = Path.of("../docs");
    private static final List<String> PAGES =
            List.of("first-plugin.md", "dialogs.md", "scheduling.md", "settings.md", "approvals.md", "privacy.md");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> keepWhatTheySay() {
        return PAGES.stream()
                .flatMap(page -> sections(page)
                        .filter(section -> !section.in("java").isEmpty())
                        .map(section -> DynamicTest.dynamicTest(page + ": " + section.title(), () -> keeps(section))));
    }

    @Test
    void needAPomOfTwelveLines() {
        var poms = sections("first-plugin.md")
                .flatMap(section -> section.in("xml").stream())
                .toList();

        assertThat(poms)
                .singleElement()
                .satisfies(pom -> assertThat(pom.lines()).hasSize(12));
    }

    @AfterEach
    void forgetThePluginUnderTest() {
        System.getProperties().keySet().removeIf(key -> key.toString().startsWith("bellhop.plugin."));
    }

    private static Stream<Section> sections(String page) {
        try {
            return Guide.read(DOCS.resolve(page)).sections().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keeps(Section section) throws Exception {
        var plugin = DocumentedPlugin.of(section).getLast();
        var tests = section.in("java").stream().filter(DocumentedPlugin::isTest).toList();
        assertThat(tests).as("snippets that show that it holds").isNotEmpty();
        for (var test : tests) {
            var home = Files.createTempDirectory(folder, "section");
            plugin.keeps(test, String.join("\n", section.in("yaml")), home);
        }
    }
}
