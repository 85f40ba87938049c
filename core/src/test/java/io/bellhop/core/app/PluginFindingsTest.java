package io.bellhop.core.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.plugin.CheckUp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        public List<Seen> look() {
            return List.of(new Seen(true, "walls", "they stand"), new Seen(false, "roof", "it leaks; mend it"));
        }
    }

    @Test
    void tellsWhatPluginsSeeForThemselves() throws IOException {
        assertThat(PluginFindings.of(List.of(jar(Looking.class.getName()))))
                .containsExactly(Finding.ok("walls", "they stand"), Finding.note("roof", "it leaks; mend it"));
    }

    @Test
    void passesOverPluginsThatLookAtNothing() throws IOException {
        assertThat(PluginFindings.of(List.of(jar("")))).isEmpty();
    }

    @Test
    void notesAPluginThatCantBeAsked() throws IOException {
        assertThat(PluginFindings.of(List.of(jar("no.such.Class"))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.mark()).isEqualTo(Finding.Mark.NOTE));
    }

    private Path jar(String service) throws IOException {
        var jar = Files.createTempFile(folder, "plugin", ".jar");
        try (var stream = new JarOutputStream(Files.newOutputStream(jar))) {
            stream.putNextEntry(new JarEntry("META-INF/services/" + CheckUp.class.getName()));
            stream.write(service.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }
}
