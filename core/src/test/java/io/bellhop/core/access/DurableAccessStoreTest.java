package io.bellhop.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.access.AccessRule.CommandRequirement;
import io.bellhop.api.access.Requirement;
import io.bellhop.api.chat.SpaceId;
import io.bellhop.core.storage.CoreDatabase;
import io.bellhop.core.storage.Databases;
import io.bellhop.core.storage.Ledger;
import io.bellhop.core.storage.StorageOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of access is still there after a restart. */
class DurableAccessStoreTest {
    private static final Optional<SpaceId> HERE = Optional.of(new SpaceId("test", "o'space\"; DROP TABLE ignored; --"));

    @TempDir
    private Path folder;

    private CoreDatabase database;
    private Ledger ledger;
    private AccessStore store;

    @BeforeEach
    void open() {
        database = new CoreDatabase(new Databases(new StorageOptions(folder), Clock.systemUTC()));
        ledger = new Ledger(database);
        store = new DurableAccessStore(database, ledger);
    }

    @AfterEach
    void close() throws InterruptedException {
        ledger.close();
        database.close();
    }

    private void restart() throws InterruptedException {
        close();
        open();
    }

    @Test
    void keepsItsKey() throws InterruptedException {
        var key = store.key();
        restart();
        assertThat(store.key()).isEqualTo(key).hasSize(32);
    }

    @Test
    void keepsWhoIsIgnoredAndWhere() throws InterruptedException {
        var here = new IgnoredUser("a1", HERE, 900);
        var everywhere = new IgnoredUser("a1", Optional.empty(), 999);
        store.add(new IgnoredUser("a1", HERE, 500));
        store.add(here);
        store.add(everywhere);
        restart();
        assertThat(store.ignored()).containsExactlyInAnyOrder(here, everywhere);
        store.remove("a1", Optional.empty());
        restart();
        assertThat(store.ignored()).containsExactly(here);
    }

    @Test
    void keepsTheLatestRequirements() throws InterruptedException {
        var run = new CommandRequirement("run", HERE, new Requirement(500, 2));
        store.replace(List.of(new CommandRequirement("old", HERE, new Requirement(1, 0)), run));
        var everywhere = new CommandRequirement("run", Optional.empty(), new Requirement(999, 0));
        store.replace(List.of(run, everywhere));
        restart();
        assertThat(store.requirements()).containsExactlyInAnyOrder(run, everywhere);
    }
}
