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
 * @param slots what they take, two more than the stock needs, for the self-tests
 * @param users whether they have users of their own
 * @param groups how the kernel limits them as a whole, if it does
 */
record Grounds(Sandboxes sandboxes, Slots slots, Layer users, Optional<String> groups) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Grounds.class);

    private static final int SELF_TESTS = 2;
    private static final String FORKS = "python";

    static Grounds prepare(View view, int concurrency) throws IOException, InterruptedException {
        var count = Stock.slots(concurrency) + SELF_TESTS;
        var users = HostUsers.find(count, view);
        var cgroups = Cgroups.find();
        return new Grounds(
                new Sandboxes(view), Slots.of(count, users, cgroups), users.layer(), cgroups.map(Cgroups::found));
    }

    /** Attacks a sandbox, and says how each layer fared. */
    List<Layer> attacked() throws IOException, InterruptedException {
        var slot = slots.take();
        try (var test = SelfTest.of(() -> sandboxes.open(slot))) {
            var refused = test.awaitReady();
            if (refused.isPresent()) {
                LOG.warn("No sandbox can be made: {}", refused.get());
                var obstacle = Prerequisites.HERE.refusal();
                return List.of(new Layer("namespaces", Layer.State.MISSING, obstacle.what(), obstacle.remedy()));
            }
            var layers = new ArrayList<>(test.run());
            layers.add(users);
            layers.add(limits());
            return List.copyOf(layers);
        } finally {
            slots.give(slot);
        }
    }

    /** Attacks a sandbox that forks Python, and says how all its layers fared as one; empty if there is no Python. */
    Optional<Layer> attackedForks() throws IOException, InterruptedException {
        if (!Sandboxes.hasPython()) {
            return Optional.empty();
        }
        var slot = slots.take();
        try (var test = SelfTest.ofForks(() -> sandboxes.openPython(slot))) {
            var refused = test.awaitReady();
            if (refused.isPresent()) {
                LOG.info("Python can't be forked here: {}", refused.get());
                return Optional.of(started("it can't be forked here", "The log says why"));
            }
            var broken = test.run().stream()
                    .filter(layer -> layer.state() == Layer.State.MISSING)
                    .findFirst();
            return Optional.of(broken.map(layer -> started(layer.name() + ": " + layer.seen(), layer.remedy()))
                    .orElseGet(
                            () -> new Layer(FORKS, Layer.State.HOLDS, "what is forked is held by all of these", "")));
        } finally {
            slots.give(slot);
        }
    }

    private static Layer started(String why, String remedy) {
        return new Layer(FORKS, Layer.State.WEAKER, "it is started for each program, since " + why, remedy);
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
