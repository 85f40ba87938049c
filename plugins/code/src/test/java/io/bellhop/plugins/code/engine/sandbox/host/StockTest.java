package io.bellhop.plugins.code.engine.sandbox.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bellhop.plugins.code.engine.EngineUnavailable;
import io.bellhop.plugins.code.engine.Outcome;
import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.Stage;
import io.bellhop.plugins.code.engine.sandbox.Allowance;
import io.bellhop.plugins.code.engine.sandbox.NeedsSandbox;
import io.bellhop.plugins.code.engine.sandbox.SandboxFile;
import io.bellhop.plugins.code.engine.sandbox.Sandboxes;
import io.bellhop.plugins.code.engine.sandbox.Step;
import io.bellhop.plugins.code.engine.sandbox.WarmNode;
import io.bellhop.plugins.code.engine.sandbox.bubblewrap.View;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@NeedsSandbox
class StockTest {
    /** Bubblewrap refuses it, and names it. */
    private static final View IMPOSSIBLE = new View(List.of(Path.of("/usr/bin/env/below-a-file")), -1);

    private static final View VIEW = new View(List.of(), 64 << 20);
    private static final int SLOTS = Stock.slots(1);
    private static final Map<String, String> ENVIRONMENT = Map.of("PATH", "/usr/bin:/bin");
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Allowance AMPLE = new Allowance(LONG, LONG, 256 << 20, 1 << 16);

    @ParameterizedTest
    @EnumSource
    void leavesTheJobToAnotherEngineWhereNoSandboxCanBeMade(Warmth warmth) throws Exception {
        try (var sandboxes = new Sandboxes(IMPOSSIBLE);
                var slots = Slots.of(SLOTS, HostUsers.find(SLOTS, VIEW), Optional.empty());
                var stock = new Stock(sandboxes, Optional.empty(), slots, 1)) {
            stock.forkPython(true);

            assertThatThrownBy(() -> stock.lend(warmth, _ -> {
                        throw new AssertionError("there is no sandbox");
                    }))
                    .isInstanceOf(EngineUnavailable.class)
                    .hasMessage("no sandbox can be made now");
        }
    }

    @Test
    @Timeout(60)
    void lendsANodeThatWaitsToProgramsOfNodeAlone() throws Exception {
        assumeTrue(
                System.getenv("CI") != null || Files.exists(Path.of("/usr/bin/node")),
                "Node is not installed: Debian's package nodejs");
        var node = new WarmNode(List.of("node", "main.js"), ENVIRONMENT, AMPLE);
        try (var sandboxes = new Sandboxes(VIEW);
                var slots = Slots.of(SLOTS, HostUsers.find(SLOTS, VIEW), Optional.empty());
                var stock = new Stock(sandboxes, Optional.of(node), slots, 1)) {
            while (!commandLine(stock, Warmth.NODE).contains("begin-node.js")) {
                Thread.onSpinWait(); // no job waits for one that is still being made
            }
            assertThat(commandLine(stock, Warmth.PLAIN)).isNotEmpty().doesNotContain("begin-node.js");
        }
    }

    /** Returns how a Node that was started says that it was; the program itself sees nothing of its waiting. */
    private static String commandLine(Stock stock, Warmth warmth) throws Exception {
        var program = "console.log(require('fs').readFileSync('/proc/self/cmdline', 'utf8'))";
        var step = new Step(
                Stage.Kind.RUN,
                List.of("node", "main.js"),
                ENVIRONMENT,
                List.of(new SandboxFile("main.js", program.getBytes(UTF_8), false)),
                new byte[0],
                AMPLE,
                Optional.empty());
        return stock.lend(
                        warmth,
                        sandbox ->
                                Outcome.of(sandbox.run(step, Progress.UNHEARD).stage()))
                .last()
                .output()
                .merged();
    }
}
