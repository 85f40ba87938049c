package io.bellhop.core.schedule;

import io.bellhop.core.storage.CoreDatabase;
import io.bellhop.core.storage.Ledger;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The jobs in the core's database. */
@Singleton
final class JobTable implements JobStore {
    private final CoreDatabase core;
    private final Ledger ledger;

    @Inject
    JobTable(CoreDatabase core, Ledger ledger) {
        this.core = core;
        this.ledger = ledger;
    }

    @Override
    public Optional<Instant> last(String plugin, String name, Cron cron) {
        return core.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT last FROM job WHERE plugin = ? AND name = ? AND cron = ? AND zone = ?")
                        .bind(0, plugin)
                        .bind(1, name)
                        .bind(2, cron.expression())
                        .bind(3, cron.zone().getId())
                        .mapTo(Long.class)
                        .findOne()
                        .map(Instant::ofEpochMilli));
    }

    @Override
    public CompletionStage<Integer> keep(String plugin, String name, Cron cron, Instant last) {
        return ledger.write(writer -> {
            var insert = writer.prepare("INSERT OR REPLACE INTO job VALUES (?, ?, ?, ?, ?)");
            insert.setString(1, plugin);
            insert.setString(2, name);
            insert.setString(3, cron.expression());
            insert.setString(4, cron.zone().getId());
            insert.setLong(5, last.toEpochMilli());
            return insert.executeUpdate();
        });
    }
}
