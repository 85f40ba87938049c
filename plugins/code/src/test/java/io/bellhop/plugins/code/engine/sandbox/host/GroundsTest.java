package io.bellhop.plugins.code.engine.sandbox.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.plugins.code.engine.sandbox.NeedsSandbox;
import io.bellhop.plugins.code.engine.sandbox.Sandboxes;
import io.bellhop.plugins.code.engine.sandbox.Slot;
import io.bellhop.plugins.code.engine.sandbox.bubblewrap.View;
import io.bellhop.plugins.code.engine.sandbox.selftest.Layer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@NeedsSandbox
class GroundsTest {
    private static final View VIEW = new View(List.of(), 64 << 20);

    @Test
    void showsThatMemoryIsPolledWhereThereAreNoControlGroups() throws Exception {
        var slots = Slots.of(1, Optional.empty());
        try (var grounds = new Grounds(new Sandboxes(VIEW), slots, Optional.empty())) {
            assertThat(grounds.attacked()).last().satisfies(layer -> {
                assertThat(layer.state()).isEqualTo(Layer.State.WEAKER);
                assertThat(layer.seen()).startsWith("memory is polled");
                assertThat(layer.remedy()).contains("Delegate=yes");
            });
        }
    }

    @Test
    void hasAUserForEachSlotWhereTheBotIsRoot() throws Exception {
        var isRoot = Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        try (var slots = Slots.of(3, Optional.empty())) {
            var users = slots.take(3).stream().map(Slot::uid).toList();

            assertThat(users).allMatch(user -> user.isPresent() == isRoot);
            assertThat(users.stream().flatMap(Optional::stream))
                    .doesNotHaveDuplicates()
                    .allMatch(user -> user >= 60_000);
        }
    }
}
