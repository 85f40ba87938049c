package io.bellhop.core.plugin;

import io.bellhop.core.plugin.roster.Census;
import io.bellhop.core.plugin.roster.Intake;
import io.bellhop.core.plugin.roster.PluginStatus;
import io.bellhop.core.plugin.roster.Row;
import io.bellhop.core.plugin.roster.Settlement;
import io.bellhop.core.plugin.run.Runtimes;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes changes to what shall run, lets what runs follow, and keeps how all plugins stand since. On the plugins' thread
 * only, but for {@link #statuses} and {@link #onSettled}.
 */
final class Changes {
    private final Intake intake;
    private final Settlement settlement;
    private final Runtimes runtimes;
    private final Census census;
    private volatile List<Row> rows = List.of();
    private volatile Consumer<List<PluginStatus>> settled = statuses -> {};

    Changes(Intake intake, Settlement settlement, Runtimes runtimes, Census census) {
        this.intake = intake;
        this.settlement = settlement;
        this.runtimes = runtimes;
        this.census = census;
    }

    void onSettled(Consumer<List<PluginStatus>> listener) {
        settled = listener;
    }

    /** Returns how each plugin, and each file that was refused, stands since the last change. */
    List<PluginStatus> statuses() {
        return rows.stream().map(Row::status).toList();
    }

    /** Makes the commands of all known, before any plugin starts. */
    void announce() {
        settlement.announce();
        rows = census.rows();
    }

    /** Makes a change and settles; where what runs is other than before, files that were refused get another look. */
    void make(Runnable change) throws InterruptedException {
        var before = runtimes.all();
        try {
            change.run();
            settlement.settle();
            if (!runtimes.all().equals(before)) {
                intake.reconsider(before);
                settlement.settle();
            }
        } finally {
            rows = census.rows();
            settled.accept(statuses());
        }
    }
}
