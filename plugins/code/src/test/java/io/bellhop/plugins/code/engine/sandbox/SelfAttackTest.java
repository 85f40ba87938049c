package io.bellhop.plugins.code.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.plugins.code.engine.sandbox.bubblewrap.View;
import io.bellhop.plugins.code.engine.sandbox.selftest.Layer;
import io.bellhop.plugins.code.engine.sandbox.selftest.SelfTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        var started = attacked(SelfTest.of(boxes::open));
        var forked = attacked(SelfTest.ofForks(boxes::openPython));

        assertThat(started).allMatch(layer -> layer.state() == Layer.State.HOLDS);
        assertThat(forked).allMatch(layer -> layer.state() == Layer.State.HOLDS);
        assertThat(forked)
                .extracting(Layer::name)
                .containsExactlyElementsOf(started.stream().map(Layer::name).toList());
    }

    /** As on a machine that is too busy to end a program in time, with which the sandbox is ended then. */
    @Test
    void goesOnWithAnotherSandboxWhereOneDidNotSurvive() throws Exception {
        var opened = new ArrayList<Sandbox>();
        try (var test = SelfTest.of(() -> {
            opened.add(boxes.open());
            return opened.getLast();
        })) {
            opened.getFirst().close();

            assertThat(test.run()).hasSizeGreaterThan(5).allMatch(layer -> layer.state() == Layer.State.HOLDS);
        }
        assertThat(opened).hasSize(2).noneMatch(Sandbox::isOpen);
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
            var started = missing(attacked(SelfTest.of(() -> sandboxes.open(slot))));
            var forked = missing(attacked(SelfTest.ofForks(() -> sandboxes.openPython(slot))));
            return Stream.concat(started, forked.map(layer -> layer + " of a fork"))
                    .toList();
        }
    }

    private static Stream<String> missing(List<Layer> layers) {
        return layers.stream()
                .filter(layer -> layer.state() == Layer.State.MISSING)
                .map(Layer::name);
    }

    private static List<Layer> attacked(SelfTest test) throws IOException, InterruptedException {
        try (test) {
            return test.run();
        }
    }
}
