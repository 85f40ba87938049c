package io.bellhop.core.plugin.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.core.plugin.PluginJar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedJarTest {
    @TempDir
    Path home;

    private Inspector inspector;
    private Path file;

    @BeforeEach
    void prepare() throws IOException {
        var copies = new PrivateCopies(home.resolve("copies"));
        copies.clear();
        inspector = new Inspector(copies, "0.1.3", id -> Optional.empty());
        file = home.resolve("dice.jar");
        PluginJar.simple("dice", "1.0.0").write(file);
    }

    @Test
    void takesAGoodSignatureAndRefusesABadOne() throws IOException {
        sign();
        assertThat(inspector.inspect(file).id()).isEqualTo("dice");
        try (var jar = FileSystems.newFileSystem(file)) {
            var entry = jar.getPath("p/dice/Main.class");
            var bytes = Files.readAllBytes(entry);
            bytes[bytes.length - 1]++;
            Files.write(entry, bytes);
        }
        assertRefused("signature is bad");
    }

    @Test
    void refusesWhatWasSlippedIntoASignedJar() throws IOException {
        sign();
        try (var jar = FileSystems.newFileSystem(file)) {
            Files.writeString(jar.getPath("extra.txt"), "hello");
        }
        assertRefused("no valid signature covers extra.txt");
    }

    private void assertRefused(String reason) {
        assertThatThrownBy(() -> inspector.inspect(file))
                .isInstanceOf(PluginRefused.class)
                .hasMessageContaining(reason);
    }

    private void sign() {
        var store = home.resolve("keys").toString();
        run(
                "keytool",
                "-genkeypair",
                "-keystore",
                store,
                "-storepass",
                "secret",
                "-alias",
                "author",
                "-dname",
                "CN=author",
                "-keyalg",
                "EC");
        run("jarsigner", "-keystore", store, "-storepass", "secret", file.toString(), "author");
    }

    private static void run(String... command) {
        try {
            var call = new ArrayList<>(List.of(command));
            call.set(
                    0,
                    Path.of(System.getProperty("java.home"), "bin", command[0]).toString());
            call.add(1, "-J-XX:TieredStopAtLevel=1"); // half of the time
            var process = new ProcessBuilder(call).redirectErrorStream(true).start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
