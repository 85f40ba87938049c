package io.bellhop.core.storage;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The databases of a home: one of the core, one of each plugin that asks for it. */
@Singleton
public final class Databases {
    private static final String CORE = "core";
    private static final Pattern PLUGIN = Pattern.compile("([a-z0-9][a-z0-9-]*)\\.db");

    private final Path folder;
    private final Clock clock;

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
        NativeLibrary.keepIn(folder.resolve(".sqlite"));
    }

    /**
     * Returns a plugin's database.
     *
     * @param plugin the plugin's id
     * @param migrations its schema, step by step
     * @return the database, to be closed when the plugin has ended
     */
    public PluginDatabase ofPlugin(String plugin, Migrations migrations) {
        var file = file(plugin, Durability.NORMAL);
        return new PluginDatabase(() -> open(file, migrations));
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
        return file(CORE, Durability.FULL);
    }

    Database open(SqliteFile file, Migrations migrations) {
        return Database.open(file, migrations, clock);
    }

    private SqliteFile file(String name, Durability durability) {
        return new SqliteFile(folder.resolve(name + ".db"), durability);
    }
}
