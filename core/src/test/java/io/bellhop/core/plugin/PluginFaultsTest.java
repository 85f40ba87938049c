package io.bellhop.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.event.SystemTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PluginFaultsTest {
    private static final String PLUGIN = "dice";

    private final List<String> exhausted = new ArrayList<>();

    @Test
    void tellsOnceOfAnExhaustedBudgetAndCountsNoFurther() {
        try (var time = new SystemTime()) {
            var faults = new PluginFaults(time);
            faults.onExhausted((plugin, reason) -> exhausted.add(plugin));
            for (int i = 0; i < 3 * PluginFaults.BUDGET; i++) {
                faults.report(PLUGIN, "timer", new IllegalStateException("boom"));
            }
            assertThat(exhausted).containsExactly(PLUGIN);
            assertThat(faults.recent(PLUGIN)).isEqualTo(PluginFaults.BUDGET);
            faults.forgive(PLUGIN);
            assertThat(faults.recent(PLUGIN)).isZero();
        }
    }
}
