package io.bellhop.core.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.plugin.CheckUp;
import io.bellhop.core.config.Configuration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginFindingsTest {
    @TempDir
    private Path folder;

    /** A plugin's own look at things. */
    public static final class Looking implements CheckUp {
        @Override
        public List<Seen> look(Section section) {
            return List.of(new Seen(true, "walls", "they stand"), new Seen(false, "roof", "it leaks; mend it"));
        }
    }

    @Test
    void tellsWhatPluginsSeeForThemselves() throws IOException {
        assertThat(found(jar(Looking.class.getName())))
                .containsExactly(Finding.ok("walls", "they stand"), Finding.note("roof", "it leaks; mend it"));
    }

    /** Looks at what is configured. */
    public static final class Reading implements CheckUp {
        record Walls(int height) {}

        @Override
        public List<Seen> look(Section section) {
            var height = section.as(Walls.class).height();
            return List.of(new Seen(true, "walls", height + " high, of " + section.owners()));
        }
    }

    @Test
    void givesPluginsTheirSectionOfTheConfiguration() throws IOException {
        Files.writeString(
                folder.resolve("bellhop.yaml"),
                "owners: [\"irc:a/ann\"]\nplugins: { house: { height: 3 }, other: { height: 4 } }");

        assertThat(found(jar(Reading.class.getName()))).containsExactly(Finding.ok("walls", "3 high, of [irc:a/ann]"));
    }

    @Test
    void notesWhatIsWrongInAPluginsSection() throws IOException {
        Files.writeString(folder.resolve("bellhop.yaml"), "plugins: { house: { height: low } }");

        assertThat(found(jar(Reading.class.getName()))).singleElement().satisfies(finding -> {
            assertThat(finding.mark()).isEqualTo(Finding.Mark.NOTE);
            assertThat(finding.seen()).contains("plugins.house.height");
        });
    }

    @Test
    void passesOverPluginsThatLookAtNothing() throws IOException {
        assertThat(found(jar(""))).isEmpty();
    }

    @Test
    void notesAPluginThatCantBeAsked() throws IOException {
        assertThat(found(jar("no.such.Class")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.mark()).isEqualTo(Finding.Mark.NOTE));
    }

    private List<Finding> found(Path jar) {
        return PluginFindings.of(List.of(jar), () -> Configuration.load(folder.resolve("bellhop.yaml"), Map.of()));
    }

    private Path jar(String service) throws IOException {
        var jar = folder.resolve("house.jar");
        try (var stream = new JarOutputStream(Files.newOutputStream(jar))) {
            stream.putNextEntry(new JarEntry("META-INF/services/" + CheckUp.class.getName()));
            stream.write(service.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }
}
