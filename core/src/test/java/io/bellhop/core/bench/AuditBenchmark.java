package io.bellhop.core.bench;

import io.bellhop.core.audit.AuditRoom;
import io.bellhop.core.audit.search.SearchBench;
import java.time.Duration;

/** A million rows of the audit: how fast they are written, searched and verified. */
final class AuditBenchmark implements Benchmark {
    private static final int ROWS = 1_000_000;
    private static final int PEOPLE = 1_000;
    private static final int AT_ONCE = 20_000;
    private static final int SEARCHES = 200;
    private static final double NANOS_A_MILLI = 1e6;

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public void run(Results results) throws Exception {
        try (var folder = Folder.temporary()) {
            var room = new AuditRoom(folder.path());
            try {
                fill(room, results);
                search(room, results);
                long begun = System.nanoTime();
                var verdict = room.verify();
                results.note("verifying 1,000,000 rows", (System.nanoTime() - begun) / NANOS_A_MILLI, "ms");
                if (verdict.problem().isPresent()) {
                    throw new IllegalStateException(verdict.problem().get());
                }
            } finally {
                room.close();
            }
        }
    }

    private static void fill(AuditRoom room, Results results) throws InterruptedException {
        long begun = System.nanoTime();
        for (int i = 0; i < ROWS; i++) {
            room.audit().record(AuditRoom.deed("user" + i % PEOPLE, "command" + i % 50, "arguments number " + i));
            if (i % AT_ONCE == 0) {
                room.audit().drain(Duration.ofMinutes(1));
            }
        }
        room.audit().drain(Duration.ofMinutes(1));
        results.note("rows written", ROWS / ((System.nanoTime() - begun) / 1e9), "/s");
    }

    private static void search(AuditRoom room, Results results) {
        var search = new SearchBench(room);
        var latencies = new Latencies(SEARCHES);
        for (int i = 0; i < SEARCHES; i++) {
            long begun = System.nanoTime();
            search.byUser("user" + i);
            latencies.add(System.nanoTime() - begun);
        }
        results.atMost("search by user, p50", latencies.percentile(50), 50, "ms");
        results.atMost("search by user, p99", latencies.percentile(99), 50, "ms");
    }
}
