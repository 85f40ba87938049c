package io.bellhop.plugins.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Makes databases with the plugin's tables. */
public final class TestDatabase {
    private TestDatabase() {}

    public static Jdbi fresh() {
        try {
            var file = Files.createTempFile("code", ".db");
            file.toFile().deleteOnExit();
            var jdbi = Jdbi.create("jdbc:sqlite:" + file);
            for (var migration : List.of("V1__runs.sql", "V2__receipts.sql", "V3__files.sql")) {
                migrate(jdbi, migration);
            }
            return jdbi;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void migrate(Jdbi jdbi, String name) throws IOException {
        try (var migration = TestDatabase.class.getResourceAsStream("/db/migration/" + name)) {
            var script = new String(migration.readAllBytes(), UTF_8);
            jdbi.useHandle(handle -> handle.createScript(script).execute());
        }
    }
}
