package io.bellhop.core.plugin.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.plugin.PluginJar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkedClassesTest {
    private static final String MAIN = "p/dice/Main.class";

    @TempDir
    Path folder;

    @Test
    void searchesAJarOnce() throws IOException {
        var jar = jar("return \"4\";");
        assertThat(names(jar)).containsExactly(MAIN);
        Files.writeString(note(), Files.readString(note()).replace("Main", "Main$Help"));
        assertThat(names(jar)).as("what is noted").containsExactly("p/dice/Main$Help.class");
    }

    @Test
    void searchesAnotherJarOfTheName() throws IOException {
        names(jar("return \"4\";"));
        var before = Files.readString(note());
        assertThat(names(jar("return \"five\";"))).containsExactly(MAIN);
        assertThat(Files.readString(note())).isNotEqualTo(before);
    }

    @Test
    void doesNotBelieveANoteThatWasCutOff() throws IOException {
        var jar = jar("return \"4\";");
        names(jar);
        var whole = Files.readString(note());
        for (int length = 0; length < whole.length(); length++) {
            Files.writeString(note(), whole.substring(0, length));
            assertThat(names(jar)).containsExactly(MAIN);
        }
    }

    @Test
    void doesNotBelieveANoteOfWhatTheJarHasNot() throws IOException {
        var jar = jar("return \"4\";");
        names(jar);
        Files.writeString(note(), Files.readString(note()).replace("Main", "Gone"));
        assertThat(names(jar)).containsExactly(MAIN);
    }

    @Test
    void searchesAfterBytesThatAreNoText() throws IOException {
        var jar = jar("return \"4\";");
        Files.write(note(), "Ä".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(names(jar)).containsExactly(MAIN);
        Files.delete(note());
        Files.createDirectory(note());
        assertThat(names(jar)).containsExactly(MAIN);
    }

    @Test
    void leavesNothingButItsNotes() throws IOException {
        names(jar("return \"4\";"));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(note(), folder.resolve("dice.jar"));
        }
    }

    private Path note() {
        return folder.resolve("dice.jar.classes");
    }

    private Path jar(String body) {
        return PluginJar.of("dice", "1.0.0").source("dice", """
                        @ChatPlugin public final class Main {
                          @Command(name = "dice", help = "Rolls.") String roll() { %s }
                          static final class Help {}
                        }""".formatted(body)).write(folder.resolve("dice.jar"));
    }

    private List<String> names(Path file) throws IOException {
        try (var jar = JarContents.open(file)) {
            return new MarkedClasses(folder)
                    .in(jar, file).stream().map(ZipEntry::getName).toList();
        }
    }
}
