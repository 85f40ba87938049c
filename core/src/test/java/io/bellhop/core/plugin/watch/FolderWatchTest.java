package io.bellhop.core.plugin.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.plugin.PluginJar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatchTest {
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private FolderWatch watch;
    private Path jar;

    @BeforeEach
    void watch() throws Exception {
        jar = PluginJar.simple("dice", "1.0.0").write(elsewhere.resolve("dice.jar"));
        watch = watching(Duration.ofMillis(1500), LONG);
    }

    private FolderWatch watching(Duration look, Duration doubt) throws Exception {
        var listener = new FolderWatch.Listener() {
            @Override
            public void changed(Path file) {
                heard.add("changed " + file.getFileName());
                if (file.endsWith("hated.jar")) {
                    throw new IllegalStateException("not this one");
                }
            }

            @Override
            public void gone(Path file) {
                heard.add("gone " + file.getFileName());
            }
        };
        var begun = new FolderWatch(folder, listener, look, doubt);
        assertThat(begun.look()).isEmpty();
        begun.start();
        return begun;
    }

    private void watchAnew(Duration look, Duration doubt) throws Exception {
        watch.stop();
        watch = watching(look, doubt);
    }

    @AfterEach
    void stop() throws InterruptedException {
        watch.stop();
    }

    @Test
    void tellsOfWhatComesChangesAndGoes() throws Exception {
        var file = folder.resolve("dice.jar");
        Files.copy(jar, file);
        assertThat(next()).isEqualTo("changed dice.jar");
        PluginJar.simple("dice", "1.0.1").write(file);
        assertThat(next()).isEqualTo("changed dice.jar");
        Files.delete(file);
        assertThat(next()).isEqualTo("gone dice.jar");
    }

    @Test
    void ignoresHiddenAndOtherFiles() throws Exception {
        Files.copy(jar, folder.resolve(".dice.jar"));
        Files.writeString(folder.resolve("notes.txt"), "hello");
        Files.copy(jar, folder.resolve("dice.jar"));
        assertThat(next()).isEqualTo("changed dice.jar");
        assertThat(heard).isEmpty();
    }

    @Test
    void hearsOnAfterAListenerThatFailed() throws Exception {
        Files.copy(jar, folder.resolve("hated.jar"));
        assertThat(next()).isEqualTo("changed hated.jar");
        Files.copy(jar, folder.resolve("dice.jar"));
        assertThat(next()).isEqualTo("changed dice.jar");
    }

    @Test
    void followsLinksToWhatTheyBecome() throws Exception {
        var file = folder.resolve("link.jar");
        Files.createSymbolicLink(file, jar);
        assertThat(next()).isEqualTo("changed link.jar");
        Files.delete(jar);
        assertThat(next()).isEqualTo("gone link.jar");
    }

    @Test
    void tellsThatAFileIsGoneWhichHadNotSettled() throws Exception {
        var file = folder.resolve("brief.jar");
        Files.writeString(file, "half of a JAR");
        assertThat(heard.poll(300, TimeUnit.MILLISECONDS)).isNull();
        Files.delete(file);
        assertThat(next()).isEqualTo("gone brief.jar");
    }

    @Test
    void looksAtAFolderThatIsAnotherByNow() throws Exception {
        watchAnew(Duration.ofSeconds(20), LONG);
        Files.delete(folder);
        Files.createDirectory(folder);
        Files.copy(jar, folder.resolve("dice.jar"));
        assertThat(next()).isEqualTo("changed dice.jar");
        Files.delete(folder.resolve("dice.jar"));
        assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("gone dice.jar"); // by notice: looking takes longer
    }

    @Test
    void waitsForASlowWriter() throws Exception {
        var bytes = Files.readAllBytes(jar);
        var file = folder.resolve("slow.jar");
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(heard.poll(600, TimeUnit.MILLISECONDS)).isNull();
        Files.write(file, bytes);
        assertThat(next()).isEqualTo("changed slow.jar");
        assertThat(heard).isEmpty();
    }

    @Test
    void tellsInTheEndOfWhatNeverBecomesAJar() throws Exception {
        watchAnew(Duration.ofMillis(1500), Duration.ofSeconds(1));
        Files.writeString(folder.resolve("text.jar"), "hello");
        assertThat(next()).isEqualTo("changed text.jar");
    }

    private @Nullable String next() throws InterruptedException {
        return heard.poll(60, TimeUnit.SECONDS);
    }
}
