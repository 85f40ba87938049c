package io.bellhop.plugins.code.engine.sandbox.host;

import io.bellhop.api.plugin.CheckUp;
import io.bellhop.plugins.code.engine.sandbox.bubblewrap.View;
import io.bellhop.plugins.code.engine.sandbox.selftest.Layer;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** Lets the sandbox attack itself for {@code doctor}. */
public final class SandboxCheckUp implements CheckUp {
    /** Makes a check-up. */
    public SandboxCheckUp() {}

    @Override
    public List<Seen> look(Section section) throws InterruptedException {
        return layers().stream().map(SandboxCheckUp::seen).toList();
    }

    private static List<Layer> layers() throws InterruptedException {
        var missing = Prerequisites.missing();
        if (missing.isPresent()) {
            return List.of(layer(missing.get()));
        }
        try (var grounds = Grounds.prepare(new View(List.of(), View.FOLDERS), 0)) {
            var layers = grounds.attacked();
            var hold = layers.stream().noneMatch(layer -> layer.state() == Layer.State.MISSING);
            return hold
                    ? Stream.concat(layers.stream(), grounds.attackedForks().stream())
                            .toList()
                    : layers;
        } catch (IOException e) {
            return List.of(
                    layer(new Obstacle("it can't be tried: " + e.getMessage(), "Free some space for temporary files")));
        }
    }

    private static Layer layer(Obstacle obstacle) {
        return new Layer("requirements", Layer.State.MISSING, obstacle.what(), obstacle.remedy());
    }

    private static Seen seen(Layer layer) {
        var good = layer.state() == Layer.State.HOLDS;
        var words = layer.name() + ": " + layer.seen();
        return new Seen(good, "sandbox", good ? words : words + "; " + layer.remedy());
    }
}
