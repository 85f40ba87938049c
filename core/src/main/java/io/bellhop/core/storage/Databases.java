package io.bellhop.core.storage;

import io.bellhop.api.error.BellhopException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The databases of a home: one of the core, one of each plugin that asks for it. Safe for use from any thread. */
@Singleton
public final class Databases {
    private static final String CORE = "core";
    private static final Pattern PLUGIN = Pattern.compile("([a-z0-9][a-z0-9-]*)\\.db");

    private final Path folder;
    private final Clock clock;
    private final Map<String, Supplier<List<String>>> stuck = new ConcurrentHashMap<>();
    private final Set<String> upgraded = ConcurrentHashMap.newKeySet();

    /**
     * Makes the databases of a home.
     *
     * @param options where they lie
     * @param clock tells when values expire
     */
    @Inject
    public Databases(StorageOptions options, Clock clock) {
        this.folder = options.folder();
        this.clock = clock;
        make(folder);
        useLibraryIn(folder);
    }

    /**
     * Takes SQLite's own code from where the home keeps it, rather than unpack it anew.
     *
     * @param folder where the databases of the home lie
     */
    public static void useLibraryIn(Path folder) {
        NativeLibrary.keepIn(folder.resolve(".sqlite"));
    }

    /**
     * Returns a plugin's database. Before it takes new migrations, or is opened by another version, it is copied aside;
     * the copy stays until {@link #keep} or {@link #revert}.
     *
     * @param plugin the plugin's id
     * @param migrations its schema, step by step
     * @return the database, to be closed when the plugin has ended
     */
    public PluginDatabase ofPlugin(String plugin, Migrations migrations) {
        var file = file(plugin);
        return new PluginDatabase(
                () -> {
                    refuseIfHeld(plugin, file);
                    return Database.open(file, migrations, clock, upgraded.contains(plugin));
                },
                threads -> stuck.put(plugin, threads));
    }

    /**
     * Checks whether a plugin's database, which may be open, would take another version's migrations. Nothing is
     * changed, and nobody who writes is held up.
     *
     * @param plugin the plugin's id
     * @param migrations the other version's
     * @throws BellhopException if it would not, with the reason
     */
    public void check(String plugin, Migrations migrations) {
        Rehearsal.of(file(plugin), migrations);
    }

    /**
     * Says that another version opens a database next, which may write what the one before could not read.
     *
     * @param plugin the plugin's id
     */
    public void upgrade(String plugin) {
        upgraded.add(plugin);
    }

    /**
     * Takes what an upgrade has made of a database for good.
     *
     * @param plugin the plugin's id
     * @throws BellhopException if the copy of what was before can't be deleted
     */
    public void keep(String plugin) {
        var file = file(plugin);
        upgraded.remove(plugin);
        try {
            new CopyAside(file).drop();
        } catch (IOException e) {
            throw StorageFailure.of(file, e);
        }
    }

    /**
     * Takes the core's own database, as this version of Bellhop has made it, for good.
     *
     * @throws BellhopException if the copy of what was before can't be deleted
     */
    public void keepCore() {
        keep(CORE);
    }

    /**
     * Makes a closed database what it was before its upgrade, if it had one.
     *
     * @param plugin the plugin's id
     * @throws BellhopException if that can't be done; the next start of the older version tries again
     */
    public void revert(String plugin) {
        var file = file(plugin);
        upgraded.remove(plugin);
        try {
            new CopyAside(file).restore();
        } catch (IOException e) {
            throw StorageFailure.of(file, e);
        }
    }

    /**
     * Lists the plugins that have a database, whether they are loaded or not. Looks into the folder.
     *
     * @return their ids
     */
    public List<String> plugins() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> PLUGIN.matcher(String.valueOf(file.getFileName())))
                    .filter(Matcher::matches)
                    .map(file -> file.group(1))
                    .filter(id -> !id.equals(CORE))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SqliteFile core() {
        return new SqliteFile(folder.resolve(CORE + ".db"), Durability.FULL);
    }

    Database open(SqliteFile file, Migrations migrations) {
        return Database.open(file, migrations, clock);
    }

    /** Threads of an earlier run that heed nothing may come back to what they were doing. */
    private void refuseIfHeld(String plugin, SqliteFile file) {
        var holders = stuck.getOrDefault(plugin, List::of).get();
        if (!holders.isEmpty()) {
            throw StorageFailure.unfit(
                    file,
                    "is not handed out while threads of the plugin's last run go on: %s. Load it again when they have"
                                    .formatted(String.join(", ", holders))
                            + " ended, or start the bot anew.");
        }
        stuck.remove(plugin);
    }

    private SqliteFile file(String plugin) {
        return new SqliteFile(folder.resolve(plugin + ".db"), Durability.NORMAL);
    }
}
