package io.bellhop.core.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir
    private Path folder;

    @Test
    void isMadeWithAConfigurationAndItsFolders() throws Exception {
        var home = Home.open(folder.resolve("far/bot home"));

        assertThat(home.plugins()).isEmptyDirectory();
        assertThat(home.data()).isEmptyDirectory();
        assertThat(home.logs()).isEmptyDirectory();
        assertThat(home.config()).content().startsWith("#");
        assertThat(home.folder()).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isOpenToItsOwnerOnly() throws Exception {
        var home = Home.open(folder.resolve("bot-home"));

        assertThat(permissions(home.folder())).isEqualTo("rwx------");
        assertThat(permissions(home.config())).isEqualTo("rw-------");
    }

    @Test
    void keepsWhatTheOwnerWrote() throws Exception {
        var home = Home.open(folder);
        Files.writeString(home.config(), "prefix: '?'");

        Home.open(folder);

        assertThat(home.config()).hasContent("prefix: '?'");
    }

    @Test
    void refusesAFile() throws Exception {
        var file = Files.createFile(folder.resolve("file"));

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> Home.open(file))
                .withMessageContaining("is a file")
                .satisfies(refused -> assertThat(refused.exitCode()).isEqualTo(2));
    }

    @Test
    void saysWhatCanNotBeUsed() throws Exception {
        Files.createFile(folder.resolve("plugins"));

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> Home.open(folder))
                .withMessageContaining("plugins")
                .withMessageContaining("--home")
                .satisfies(refused -> assertThat(refused.exitCode()).isEqualTo(1));
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
