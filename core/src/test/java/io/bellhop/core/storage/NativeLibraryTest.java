package io.bellhop.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryTest {
    private static final byte[] LIBRARY = {1, 2, 3};

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void unpack() throws IOException {
        file = folder.resolve("kept/3/library.so");
        NativeLibrary.unpack(LIBRARY, file);
    }

    @Test
    void isKeptWhereOnlyItsOwnerCanWrite() throws IOException {
        assertThat(file).hasBinaryContent(LIBRARY);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void takesThePlaceOfAForeignFileOfTheSameSize() throws IOException {
        Files.write(file, new byte[] {6, 6, 6});
        NativeLibrary.unpack(LIBRARY, file);
        assertThat(file).hasBinaryContent(LIBRARY);
    }

    @Test
    void takesThePlaceOfALinkAndLeavesWhereItLed() throws IOException {
        var other = Files.write(folder.resolve("other.so"), LIBRARY);
        Files.delete(file);
        Files.createSymbolicLink(file, other);
        NativeLibrary.unpack(new byte[] {4}, file);
        assertThat(file).hasBinaryContent(new byte[] {4});
        assertThat(Files.isSymbolicLink(file)).isFalse();
        assertThat(other).hasBinaryContent(LIBRARY);
    }

    @Test
    void leavesNothingBehindWhenItCantBeUnpacked() throws IOException {
        Files.delete(file);
        Files.createDirectories(file.resolve("full"));
        assertThatThrownBy(() -> NativeLibrary.unpack(LIBRARY, file)).isInstanceOf(IOException.class);
        assertThat(file.getParent()).isDirectoryNotContaining("glob:**unpacking*");
    }
}
