package io.bellhop.core.plugin.inspect;

import io.bellhop.core.storage.Migration;
import io.bellhop.core.storage.Migrations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/** Finds the migrations of a plugin's database in its JAR. */
final class MigrationReader {
    private static final String FOLDER = "db/migration/";

    private MigrationReader() {}

    static Migrations read(JarContents jar) throws IOException {
        var steps = new ArrayList<Migration>();
        for (var entry : jar.in(FOLDER)) {
            var name = entry.getName().substring(FOLDER.length());
            if (!name.endsWith(".postgresql.sql")) {
                steps.add(Migration.of(name, new String(jar.read(entry), StandardCharsets.UTF_8))
                        .orElseThrow(() -> new PluginRefused("Its " + FOLDER + name
                                + " is named as no migration is. Name it like V1__create_tables.sql.")));
            }
        }
        try {
            return new Migrations(steps);
        } catch (IllegalArgumentException e) {
            throw new PluginRefused(String.valueOf(e.getMessage()), e);
        }
    }
}
