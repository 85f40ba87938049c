package io.bellhop.core.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.core.storage.CoreDatabase;
import io.bellhop.core.storage.Databases;
import io.bellhop.core.storage.Migration;
import io.bellhop.core.storage.Migrations;
import io.bellhop.core.storage.PluginDatabase;
import io.bellhop.core.storage.StorageOptions;
import io.bellhop.core.testkit.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsTest {
    private static final Migrations PAIRS = new Migrations(
            List.of(new Migration(1, "pairs", "CREATE TABLE l (i INTEGER); CREATE TABLE r (i INTEGER);")));

    @TempDir
    Path folder;

    private final VirtualTime time = new VirtualTime();
    private Path home;
    private CoreDatabase core;
    private PluginDatabase pets;

    @BeforeEach
    void fill() throws IOException {
        home = Files.createDirectory(folder.resolve("home"));
        put("bellhop.yaml", "prefix: '?'");
        put("plugins/pets.jar", "a jar");
        put("data/plugins.properties", "disabled.dice=true");
        put("data/lock", "17");
        put("data/discord.heard", "0/1 1576772539433092072");
        put("data/plugin-copies/1.jar", "a jar");
        put("logs/bellhop.log", "much");
        put("plugins/.pets.jar.new", "half");
        var databases = new Databases(new StorageOptions(home.resolve("data")), time.clock());
        core = new CoreDatabase(databases);
        pets = databases.ofPlugin("pets", PAIRS);
        pets.keyValue().put("name", "rex");
    }

    @AfterEach
    void close() {
        pets.close();
        core.close();
    }

    @Test
    void savesWhatIsWorthKeepingAndNothingElse() throws IOException {
        var saved = backups().save(null, (done, of) -> {});
        assertThat(home.relativize(saved.file())).hasToString("backups/bellhop-20260101-120000.zip");
        try (var zip = new ZipFile(saved.file().toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsExactly(
                            "bellhop.yaml",
                            "data/plugins.properties",
                            "plugins/pets.jar",
                            "data/pets.db",
                            "data/core.db",
                            "bellhop-backup.json");
        }
        assertThat(home.resolve("backups")).isDirectoryContaining("glob:**.zip");
        assertThat(saved.files()).isEqualTo(5);
    }

    @Test
    void notesTheEndOfTheAudit() throws IOException {
        var hash = "0".repeat(63) + "7";
        core.jdbi()
                .useHandle(handle ->
                        handle.execute("INSERT INTO audit VALUES (1, 0, '', '', '', '', '', '', '', '', '', ?)", hash));
        var saved = backups().save(null, (done, of) -> {});
        try (var archive = Archive.open(saved.file(), "0.1.0")) {
            assertThat(archive.manifest().auditHead()).isEqualTo("1:" + hash);
        }
    }

    @Test
    void letsNobodyElseReadIt() throws IOException {
        var saved = backups().save(null, (done, of) -> {});
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(saved.file())))
                .isEqualTo("rw-------");
    }

    @Test
    void bringsBackWhatWasSavedAndKeepsAsideWhatWasThere() throws IOException {
        var saved = backups().save(null, (done, of) -> {});
        pets.keyValue().put("name", "kit");
        close();
        put("bellhop.yaml", "prefix: '!'");
        put("plugins/new.jar", "a new jar");
        var restored = restore().from(saved.file());
        assertThat(Files.readString(home.resolve("bellhop.yaml"))).isEqualTo("prefix: '?'");
        assertThat(home.resolve("plugins/new.jar")).doesNotExist();
        assertThat(home.resolve("data/lock")).exists();
        assertThat(home.resolve("logs/bellhop.log")).exists();
        assertThat(restored.before().resolve("plugins/new.jar")).exists();
        assertThat(restored.before().resolve("bellhop.yaml")).hasContent("prefix: '!'");
        assertThat(name(home)).isEqualTo("rex");
        assertThat(name(restored.before())).isEqualTo("kit");
    }

    @Test
    void takesEachDatabaseAsOfOneMomentWhileItIsWritten() throws Exception {
        var end = new AtomicBoolean();
        var writer = Thread.ofPlatform().start(() -> {
            for (int i = 0; !end.get(); i++) {
                int n = i;
                pets.jdbi().useTransaction(handle -> {
                    handle.execute("INSERT INTO l VALUES (?)", n);
                    handle.execute("INSERT INTO r VALUES (?)", n);
                });
            }
        });
        var saved = backups().save(null, (done, of) -> {});
        end.set(true);
        writer.join();
        close();
        restore().from(saved.file());
        try (var database = databases(home).ofPlugin("pets", PAIRS)) {
            int differences = database.jdbi()
                    .withHandle(
                            handle -> handle.createQuery("SELECT (SELECT count(*) FROM l) - (SELECT count(*) FROM r)")
                                    .mapTo(int.class)
                                    .one());
            assertThat(differences).isZero();
        }
    }

    @Test
    void namesTheDatabaseThatIsDamagedAndLeavesNothing() throws IOException {
        put("data/dice.db", "no database, but long enough to be looked at ".repeat(100));
        assertThatThrownBy(() -> backups().save(null, (done, of) -> {})).hasMessageContaining("dice.db is damaged");
        assertThat(home.resolve("backups")).isEmptyDirectory();
    }

    @Test
    void savesADatabaseThatNothingIsInYet() throws IOException {
        put("data/dice.db", "");
        var saved = backups().save(null, (done, of) -> {});
        close();
        restore().from(saved.file());
        assertThat(home.resolve("data/dice.db")).isEmptyFile();
    }

    @Test
    void overwritesNothing() throws IOException {
        var file = Files.createFile(folder.resolve("there.zip"));
        assertThatThrownBy(() -> backups().save(file, (done, of) -> {})).hasMessageContaining("is there already");
        assertThatThrownBy(() -> backups().save(folder.resolve("no/where.zip"), (done, of) -> {}))
                .hasMessageContaining("There is no folder for");
        assertThat(backups().save(null, (done, of) -> {}).file())
                .isNotEqualTo(backups().save(null, (done, of) -> {}).file());
        assertThat(backups().save(folder, (done, of) -> {}).file()).hasParent(folder);
    }

    @Test
    void finishesARestoreThatWasCutShort() throws IOException {
        var saved = backups().save(null, (done, of) -> {});
        close();
        Files.createDirectories(home.resolve(".restoring/data"));
        Files.move(home.resolve("bellhop.yaml"), home.resolve(".restoring/bellhop.yaml"));
        assertThat(Restore.isUnfinished(home)).isTrue();
        restore().from(saved.file());
        assertThat(Restore.isUnfinished(home)).isFalse();
        assertThat(home.resolve("bellhop.yaml")).exists();
        assertThat(name(home)).isEqualTo("rex");
    }

    private static String name(Path home) {
        try (var database = databases(home).ofPlugin("pets", PAIRS)) {
            return database.keyValue().get("name", String.class).orElse("");
        }
    }

    private static Databases databases(Path home) {
        return new Databases(new StorageOptions(home.resolve("data")), new VirtualTime().clock());
    }

    private Backups backups() {
        return new Backups(new BackupOptions(home, "0.1.0"), time.clock());
    }

    private Restore restore() {
        return new Restore(new BackupOptions(home, "0.1.0"), time.clock());
    }

    private void put(String name, String text) throws IOException {
        var file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
