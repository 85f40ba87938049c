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
import java.util.stream.Stream;
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
        var started = attacked(boxes.open(), SelfTest::of);
        var forked = attacked(boxes.openPython(), SelfTest::ofForks);

        assertThat(started).allMatch(layer -> layer.state() == Layer.State.HOLDS);
        assertThat(forked).allMatch(layer -> layer.state() == Layer.State.HOLDS);
        assertThat(forked)
                .extracting(Layer::name)
                .containsExactlyElementsOf(started.stream().map(Layer::name).toList());
    }

    @Test
    void findsWhatNoProgramMustReach() throws Exception {
        assertThat(missing("/var/lib")).containsExactly("files", "files of a fork");
    }

    @Test
    void takesAFolderThatALanguageNeedsForNoHole() throws Exception {
        assertThat(missing("/var/lib/dpkg")).isEmpty();
    }

    /** Returns which layers are missing in sandboxes that show something more of the host. */
    private static List<String> missing(String shown) throws Exception {
        var slot = new Slot(0, Boxes.user(), Optional.empty());
        try (var sandboxes = new Sandboxes(new View(List.of(Path.of(shown)), 64 << 20))) {
            var started = missing(attacked(sandboxes.open(slot), SelfTest::of));
            var forked = missing(attacked(sandboxes.openPython(slot), SelfTest::ofForks));
            return Stream.concat(started, forked.map(layer -> layer + " of a fork"))
                    .toList();
        }
    }

    private static Stream<String> missing(List<Layer> layers) {
        return layers.stream()
                .filter(layer -> layer.state() == Layer.State.MISSING)
                .map(Layer::name);
    }

    private static List<Layer> attacked(Sandbox sandbox, Function<Sandbox, SelfTest> attacker)
            throws InterruptedException {
        try (sandbox) {
            return attacker.apply(sandbox).run();
        }
    }
}
