package io.bellhop.core.bench;

import io.bellhop.api.storage.KeyValue;
import io.bellhop.core.storage.Databases;
import io.bellhop.core.storage.Migration;
import io.bellhop.core.storage.Migrations;
import io.bellhop.core.storage.StorageOptions;
import java.time.Clock;
import java.util.List;

/** A plugin's store of values, and the upgrade of a plugin together with its database. */
final class StorageBenchmark implements Benchmark {
    private static final int KEYS = 10_000;
    private static final int WARM_UP = 20_000;
    private static final int READS = 50_000;
    private static final int WRITES = 5_000;
    private static final int UPGRADES = 100;

    private static final String PLUGIN = """
            @ChatPlugin
            final class Trial {
                private final org.jdbi.v3.core.Jdbi jdbi;

                @Inject
                Trial(org.jdbi.v3.core.Jdbi jdbi) {
                    this.jdbi = jdbi;
                    jdbi.useTransaction(handle -> handle.execute("INSERT INTO note (text) VALUES ('started')"));
                }

                @Command(name = "trial", help = "Counts.")
                int trial() {
                    return jdbi.withHandle(handle ->
                        handle.createQuery("SELECT count(*) FROM note").mapTo(int.class).one());
                }
            }
            """;
    /** About a megabyte. */
    private static final String FIRST = """
            CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL);
            INSERT INTO note (text)
              WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
              SELECT printf('%0100d', i) FROM n;
            """;

    private record Mood(String word, int since) {}

    @Override
    public String name() {
        return "storage";
    }

    @Override
    public void run(Results results) throws Exception {
        values(results);
        upgrades(results);
    }

    private static void values(Results results) throws Exception {
        try (var folder = Folder.temporary();
                var database = new Databases(new StorageOptions(folder.path()), Clock.systemUTC())
                        .ofPlugin("trial", new Migrations(List.of(new Migration(1, "none", "SELECT 1"))))) {
            var store = database.keyValue();
            for (int i = 0; i < KEYS; i++) {
                store.put("key" + i, new Mood("merry", i));
            }
            read(store, WARM_UP);
            var reads = read(store, READS);
            results.atMost("key-value get, p50", micros(reads, 50), 20, "us");
            results.note("key-value get, p99", micros(reads, 99), "us");
            results.note("key-value put, p50", micros(write(store), 50), "us");
        }
    }

    private static void upgrades(Results results) throws Exception {
        try (var bot = new BenchBot()) {
            var jar = PluginJar.compile("trial", PLUGIN);
            bot.load(jar.with("db/migration/V1__first.sql", FIRST), "1.0.0");
            upgrade(bot, jar, 2, UPGRADES);
            var latencies = upgrade(bot, jar, 2 + UPGRADES, UPGRADES);
            results.atMost("upgrade with a migration of 1 MB, p50", latencies.percentile(50), 25, "ms");
            results.note("upgrade with a migration of 1 MB, p99", latencies.percentile(99), "ms");
        }
    }

    /** Each upgrade brings a migration, so that the database is tried in memory and copied aside each time. */
    private static Latencies upgrade(BenchBot bot, PluginJar jar, int from, int count) throws Exception {
        var latencies = new Latencies(count);
        for (int i = from; i < from + count; i++) {
            jar.with(
                    "db/migration/V%d__next.sql".formatted(i),
                    "UPDATE note SET text = 'n%d' WHERE id = %d;".formatted(i, i));
            latencies.add(bot.load(jar, "1.0." + i));
        }
        return latencies;
    }

    private static Latencies read(KeyValue store, int count) {
        var latencies = new Latencies(count);
        for (int i = 0; i < count; i++) {
            long begun = System.nanoTime();
            var _ = store.get("key" + i * 7919L % KEYS, Mood.class).orElseThrow();
            latencies.add(System.nanoTime() - begun);
        }
        return latencies;
    }

    private static Latencies write(KeyValue store) {
        var latencies = new Latencies(WRITES);
        for (int i = 0; i < WRITES; i++) {
            long begun = System.nanoTime();
            store.put("key" + i, new Mood("calm", i));
            latencies.add(System.nanoTime() - begun);
        }
        return latencies;
    }

    private static double micros(Latencies latencies, int percent) {
        return latencies.percentile(percent) * 1000;
    }
}
