package io.bellhop.plugins.code.engine.sandbox.host;

import io.bellhop.plugins.code.engine.sandbox.Sandboxes;
import io.bellhop.plugins.code.engine.sandbox.Slot;
import io.bellhop.plugins.code.engine.sandbox.bubblewrap.View;
import io.bellhop.plugins.code.engine.sandbox.cgroup.Cgroups;
import io.bellhop.plugins.code.engine.sandbox.selftest.Layer;
import io.bellhop.plugins.code.engine.sandbox.selftest.SelfTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What sandboxes are made of here, as long as the engine lives.
 *
 * @param sandboxes what makes them
 * @param slots what each has for itself
 * @param own the slot of the self-test
 */
record Grounds(Sandboxes sandboxes, Slots slots, Slot own) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Grounds.class);

    /** Beyond those that jobs take. */
    private static final int OWN = 999;

    static Grounds prepare(View view) throws IOException {
        var slots = new Slots(Cgroups.find());
        return new Grounds(new Sandboxes(view), slots, slots.slot(OWN));
    }

    /** Attacks a sandbox, and says how each layer fared. */
    List<Layer> attacked() throws IOException, InterruptedException {
        try (var sandbox = sandboxes.open(own)) {
            var refused = sandbox.awaitReady();
            if (refused.isPresent()) {
                var obstacle = Prerequisites.refusal(refused.get());
                return List.of(new Layer("namespaces", Layer.State.MISSING, obstacle.what(), obstacle.remedy()));
            }
            var layers = new ArrayList<>(new SelfTest(sandbox).run());
            layers.add(limits());
            return List.copyOf(layers);
        }
    }

    @Override
    public void close() {
        slots.close();
        try {
            sandboxes.close();
        } catch (IOException e) {
            LOG.warn("a temporary file stays", e);
        }
    }

    private Layer limits() {
        return slots.limits()
                .map(version -> new Layer("limits", Layer.State.HOLDS, "memory and processes by " + version, ""))
                .orElseGet(() -> new Layer(
                        "limits",
                        Layer.State.WEAKER,
                        "memory is polled, since no control group can be made",
                        "Run the bot as a service of systemd with Delegate=yes, or as root"));
    }
}
