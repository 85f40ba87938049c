package io.bellhop.plugins.code.engine.sandbox.host;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.plugins.code.engine.EngineUnavailable;
import io.bellhop.plugins.code.engine.sandbox.NeedsSandbox;
import io.bellhop.plugins.code.engine.sandbox.Sandboxes;
import io.bellhop.plugins.code.engine.sandbox.bubblewrap.View;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@NeedsSandbox
class StockTest {
    /** Bubblewrap refuses it, and names it. */
    private static final View IMPOSSIBLE = new View(List.of(Path.of("/usr/bin/env/below-a-file")), -1);

    @ParameterizedTest
    @EnumSource
    void leavesTheJobToAnotherEngineWhereNoSandboxCanBeMade(Warmth warmth) throws Exception {
        try (var sandboxes = new Sandboxes(IMPOSSIBLE);
                var slots = Slots.of(Stock.slots(1), Optional.empty());
                var stock = new Stock(sandboxes, Optional.empty(), slots, 1)) {
            stock.forkPython(true);

            assertThatThrownBy(() -> stock.lend(warmth, _ -> {
                        throw new AssertionError("there is no sandbox");
                    }))
                    .isInstanceOf(EngineUnavailable.class)
                    .hasMessage("no sandbox can be made now");
        }
    }
}
