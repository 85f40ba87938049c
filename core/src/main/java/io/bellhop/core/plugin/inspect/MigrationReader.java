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
                steps.add(step(name, new String(jar.read(entry), StandardCharsets.UTF_8)));
            }
        }
        try {
            return new Migrations(steps);
        } catch (IllegalArgumentException e) {
            throw new PluginRefused(String.valueOf(e.getMessage()), e);
        }
    }

    private static Migration step(String name, String sql) {
        var step = Migration.of(name, sql)
                .orElseThrow(() -> new PluginRefused(
                        "Its " + FOLDER + name + " is named as no migration is. Name it like V1__create_tables.sql."));
        step.misplaced().ifPresent(word -> {
            throw new PluginRefused("Its " + FOLDER + name + " has the statement " + word
                    + ". All new migrations are taken in one transaction: leave it out.");
        });
        return step;
    }
}
