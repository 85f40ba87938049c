package io.bellhop.core.plugin.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.plugin.PluginJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Class files with some bytes changed by chance: each is a plugin or refused with a reason, nothing else. */
class DamagedClassesTest {
    private static final int TRIES = 400;
    private static final String CLASS = "p/dice/Main.class";

    @TempDir
    Path folder;

    @Test
    void refusesWhatItCanNotRead() throws Exception {
        var sound = PluginJar.simple("dice", "1.0.0").write(folder.resolve("sound.jar"));
        var copies = Files.createDirectory(folder.resolve("copies"));
        var inspector = new Inspector(new PrivateCopies(copies), "0.1.0", id -> Optional.empty());
        var random = new Random(7);
        var damaged = folder.resolve("damaged.jar");
        int refused = 0;
        for (int i = 0; i < TRIES; i++) {
            damage(sound, damaged, random);
            refused += isRefused(inspector, damaged) ? 1 : 0;
        }
        assertThat(refused).isPositive();
    }

    private static boolean isRefused(Inspector inspector, Path file) {
        try {
            inspector.inspect(file);
            return false;
        } catch (PluginRefused e) {
            assertThat(e.getMessage()).isNotBlank();
            return true;
        }
    }

    private static void damage(Path from, Path to, Random random) throws IOException {
        try (var jar = new JarFile(from.toFile());
                var out = new JarOutputStream(Files.newOutputStream(to), jar.getManifest())) {
            var bytes = jar.getInputStream(jar.getEntry(CLASS)).readAllBytes();
            for (int i = 0; i < 3; i++) {
                bytes[8 + random.nextInt(bytes.length - 8)] = (byte) random.nextInt();
            }
            out.putNextEntry(new JarEntry(CLASS));
            out.write(bytes);
        }
    }
}
