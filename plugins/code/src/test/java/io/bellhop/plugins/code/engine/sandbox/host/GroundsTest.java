package io.bellhop.plugins.code.engine.sandbox.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.plugins.code.engine.sandbox.NeedsSandbox;
import io.bellhop.plugins.code.engine.sandbox.Sandboxes;
import io.bellhop.plugins.code.engine.sandbox.bubblewrap.View;
import io.bellhop.plugins.code.engine.sandbox.selftest.Layer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@NeedsSandbox
class GroundsTest {
    private static final View VIEW = new View(List.of(), 64 << 20);

    @Test
    void showsThatMemoryIsPolledWhereThereAreNoControlGroups() throws Exception {
        var users = HostUsers.find(1, VIEW);
        var slots = Slots.of(1, users, Optional.empty());
        try (var grounds = new Grounds(new Sandboxes(VIEW), slots, users.layer(), Optional.empty())) {
            var layers = grounds.attacked();

            assertThat(layers).contains(users.layer());
            assertThat(layers).last().satisfies(layer -> {
                assertThat(layer.state()).isEqualTo(Layer.State.WEAKER);
                assertThat(layer.seen()).startsWith("memory is polled");
                assertThat(layer.remedy()).contains("Delegate=yes");
            });
        }
    }
}
