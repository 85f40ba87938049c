package io.bellhop.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.testkit.Guide.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class FirstPluginGuideTest {
    private static final Path PAGE = Path.of("../docs/first-plugin.md");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> keepsWhatItSays() throws IOException {
        return Guide.read(PAGE).sections().stream()
                .filter(section -> !section.in("java").isEmpty())
                .map(section -> DynamicTest.dynamicTest(section.title(), () -> keeps(section)));
    }

    @Test
    void needsAPomOfTwelveLines() throws IOException {
        var poms = Guide.read(PAGE).sections().stream()
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
