package io.bellhop.core.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedPluginsTest {
    @TempDir
    private Path folder;

    private Path dist;
    private Home home;

    @BeforeEach
    void firstStart() throws Exception {
        dist = Files.createDirectories(folder.resolve("dist"));
        home = Home.open(folder.resolve("home"));
        ship("1", "hello", "hello 1");
    }

    @Test
    void arriveAtTheFirstStart() {
        assertThat(inHome("hello")).hasContent("hello 1");
        assertThat(home.plugins()).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void areReplacedByANewerBuild() throws Exception {
        ship("2", "hello", "hello 2");
        ship("3", "hello", "hello 3");

        assertThat(inHome("hello")).hasContent("hello 3");
    }

    @Test
    void stayAsTheOwnerChangedThem() throws Exception {
        Files.writeString(inHome("hello"), "mine");

        ship("2", "hello", "hello 2");
        ship("3", "hello", "hello 3");

        assertThat(inHome("hello")).hasContent("mine");
    }

    @Test
    void areTheBotsAgainOnceTheOwnerPutsTheShippedOneBack() throws Exception {
        Files.writeString(inHome("hello"), "hello 2");

        ship("2", "hello", "hello 2");
        ship("3", "hello", "hello 3");

        assertThat(inHome("hello")).hasContent("hello 3");
    }

    @Test
    void stayAwayOnceDeleted() throws Exception {
        Files.delete(inHome("hello"));

        ship("1", "hello", "hello 1");
        ship("2", "hello", "hello 2");

        assertThat(inHome("hello")).doesNotExist();
    }

    @Test
    void areJoinedByNewOnes() throws Exception {
        ship("2", "help", "help 2");

        assertThat(inHome("help")).hasContent("help 2");
    }

    @Test
    void doNotReplaceAnOwnersJarOfTheSameName() throws Exception {
        Files.writeString(inHome("help"), "mine");

        ship("2", "help", "help 2");
        ship("3", "help", "help 3");

        assertThat(inHome("help")).hasContent("mine");
    }

    @Test
    void areComparedEachTimeWhenTheBuildHasNoName() throws Exception {
        Files.delete(dist.resolve("build"));
        Files.writeString(dist.resolve("plugins/hello.jar"), "hello 2");

        ShippedPlugins.of(dist).placeIn(home);

        assertThat(inHome("hello")).hasContent("hello 2");
    }

    @Test
    void mayBeNone() throws Exception {
        var bare = ShippedPlugins.of(folder.resolve("nowhere"));

        bare.placeIn(home);

        assertThat(bare.jars()).isEmpty();
    }

    private void ship(String build, String plugin, String content) throws IOException, StartRefused {
        Files.writeString(dist.resolve("build"), build + "\n");
        Files.createDirectories(dist.resolve("plugins"));
        Files.writeString(dist.resolve("plugins").resolve(plugin + ".jar"), content);
        ShippedPlugins.of(dist).placeIn(home);
    }

    private Path inHome(String plugin) {
        return home.plugins().resolve(plugin + ".jar");
    }
}
