package io.bellhop.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.testkit.Guide.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class StorageGuideTest {
    private static final Path PAGE = Path.of("../docs/storage.md");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> keepsWhatItSays() throws IOException {
        return Guide.read(PAGE).sections().stream()
                .filter(section -> !section.in("java").isEmpty())
                .map(section -> DynamicTest.dynamicTest(section.title(), () -> keeps(section)));
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
            for (var sql : section.in("sql")) {
                plugin.addMigration(sql, home);
            }
            plugin.keeps(test, "", home);
        }
    }
}
