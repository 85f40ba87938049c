package io.bellhop.plugins.code.engine.sandbox.host;

import io.bellhop.plugins.code.engine.sandbox.Sandboxes;
import io.bellhop.plugins.code.engine.sandbox.bubblewrap.View;
import io.bellhop.plugins.code.engine.sandbox.cgroup.Cgroups;
import io.bellhop.plugins.code.engine.sandbox.selftest.Layer;
import io.bellhop.plugins.code.engine.sandbox.selftest.SelfTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What sandboxes are made of here, as long as the engine lives.
 *
 * @param sandboxes what makes them
 * @param slots what they take, one more than the stock needs, for the self-test
 * @param groups how the kernel limits them as a whole, if it does
 */
record Grounds(Sandboxes sandboxes, Slots slots, Optional<String> groups) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Grounds.class);

    static Grounds prepare(View view, int concurrency) throws IOException {
        var cgroups = Cgroups.find();
        return new Grounds(
                new Sandboxes(view), Slots.of(Stock.slots(concurrency) + 1, cgroups), cgroups.map(Cgroups::found));
    }

    /** Attacks a sandbox, and says how each layer fared. */
    List<Layer> attacked() throws IOException, InterruptedException {
        var slot = slots.take();
        try (var sandbox = sandboxes.open(slot)) {
            var refused = sandbox.awaitReady();
            if (refused.isPresent()) {
                LOG.warn("No sandbox can be made: {}", refused.get());
                var obstacle = Prerequisites.refusal();
                return List.of(new Layer("namespaces", Layer.State.MISSING, obstacle.what(), obstacle.remedy()));
            }
            var layers = new ArrayList<>(new SelfTest(sandbox).run());
            layers.add(limits());
            return List.copyOf(layers);
        } finally {
            slots.give(slot);
        }
    }

    @Override
    public void close() throws IOException {
        sandboxes.close();
        slots.close();
    }

    private Layer limits() {
        return groups.map(version -> new Layer("limits", Layer.State.HOLDS, "memory and processes by " + version, ""))
                .orElseGet(() -> new Layer(
                        "limits",
                        Layer.State.WEAKER,
                        "memory is polled: no control group can be made",
                        "Run the bot as a service of systemd with Delegate=yes, or in a container as root"));
    }
}
