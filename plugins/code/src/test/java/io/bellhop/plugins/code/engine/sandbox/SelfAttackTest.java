package io.bellhop.plugins.code.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.plugins.code.engine.sandbox.bubblewrap.View;
import io.bellhop.plugins.code.engine.sandbox.selftest.Layer;
import io.bellhop.plugins.code.engine.sandbox.selftest.SelfTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@NeedsSandbox
class SelfAttackTest {
    private final Boxes boxes;

    SelfAttackTest() throws IOException {
        boxes = new Boxes();
    }

    @AfterEach
    void close() throws IOException {
        boxes.close();
    }

    @Test
    void triesTheSameLayersWhereProgramsAreStartedAndWherePythonIsForked() throws Exception {
        assertThat(layersOf(boxes.openPython(), SelfTest::ofForks))
                .containsExactlyElementsOf(layersOf(boxes.open(), SelfTest::of));
    }

    @Test
    void findsWhatAForkedPythonMustNotReach() throws Exception {
        try (var sandboxes = new Sandboxes(new View(List.of(Path.of("/var/lib")), 64 << 20));
                var forking = sandboxes.openPython(new Slot(0, Boxes.uid(), Optional.empty()))) {
            assertThat(SelfTest.ofForks(forking).run())
                    .filteredOn(layer -> layer.state() == Layer.State.MISSING)
                    .extracting(Layer::name)
                    .containsExactly("files");
        }
    }

    private static List<String> layersOf(Sandbox sandbox, Function<Sandbox, SelfTest> attacker)
            throws InterruptedException {
        try (sandbox) {
            var layers = attacker.apply(sandbox).run();
            assertThat(layers).allMatch(layer -> layer.state() == Layer.State.HOLDS);
            return layers.stream().map(Layer::name).toList();
        }
    }
}
