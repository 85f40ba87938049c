package io.bellhop.plugins.code.engine.sandbox.host;

import io.bellhop.plugins.code.engine.Engine;
import io.bellhop.plugins.code.engine.EngineUnavailable;
import io.bellhop.plugins.code.engine.Job;
import io.bellhop.plugins.code.engine.Language;
import io.bellhop.plugins.code.engine.Outcome;
import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.sandbox.Sandboxes;
import io.bellhop.plugins.code.engine.sandbox.Slot;
import io.bellhop.plugins.code.engine.sandbox.bubblewrap.View;
import io.bellhop.plugins.code.engine.sandbox.selftest.Layer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before an engine that runs jobs in sandboxes. That one is made only when a sandbox was attacked from within
 * and every layer that matters held; until then, and where one doesn't, nothing is offered: no program ever runs
 * outside of a sandbox.
 */
public final class GuardedEngine implements Engine {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedEngine.class);
    private static final Obstacle UNTRIED =
            new Obstacle("the sandbox was not tried yet", "It is in the first seconds after the start: try again");
    private static final Obstacle STOPPED = new Obstacle("the sandbox was stopped", "Load the plugin again");

    private final View view;
    private final Maker maker;
    private final Object testing = new Object();
    private volatile Optional<Obstacle> obstacle = Optional.of(UNTRIED);
    private volatile List<Layer> layers = List.of();
    private volatile @Nullable SandboxedEngine behind;
    private @Nullable Grounds grounds;

    /** Makes the engine that runs the jobs. */
    public interface Maker {
        /**
         * Makes it.
         *
         * @param sandboxes makes its sandboxes
         * @param slots gives what each sandbox has for itself, by a number from 0
         * @return the engine
         * @throws InterruptedException if the thread is interrupted meanwhile
         */
        SandboxedEngine make(Sandboxes sandboxes, IntFunction<Slot> slots) throws InterruptedException;
    }

    /**
     * Makes an engine that offers nothing yet.
     *
     * @param view what sandboxes see of the file system
     * @param maker makes what runs the jobs, once sandboxes hold
     */
    public GuardedEngine(View view, Maker maker) {
        this.view = view;
        this.maker = maker;
    }

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public List<Language> languages() {
        var engine = behind;
        return engine == null || obstacle.isPresent() ? List.of() : engine.languages();
    }

    @Override
    public List<String> lacks() {
        var engine = behind;
        var weak = layers.stream()
                .filter(layer -> layer.state() != Layer.State.HOLDS)
                .map(layer -> layer.name() + ": " + layer.seen() + ". " + layer.remedy() + ".");
        return engine == null
                ? weak.toList()
                : Stream.concat(weak, engine.lacks().stream()).toList();
    }

    @Override
    public Outcome run(Job job, Progress progress) throws InterruptedException, EngineUnavailable {
        var engine = behind;
        if (engine == null || obstacle.isPresent()) {
            throw new EngineUnavailable(obstacle.orElse(UNTRIED).toString());
        }
        return engine.run(job, progress);
    }

    /**
     * Returns why nothing is offered.
     *
     * @return what is in the way, and the remedy; empty if nothing is
     */
    public Optional<Obstacle> obstacle() {
        return obstacle;
    }

    /**
     * Attacks a sandbox from within, and offers languages only if all layers that matter hold. Blocks for about a
     * second, the first time for as long as the engine behind takes to look around.
     *
     * @return each layer, with how it fared; what keeps sandboxes from being made is one too
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public List<Layer> selfTest() throws InterruptedException {
        synchronized (testing) {
            if (obstacle.equals(Optional.of(STOPPED))) {
                return layers;
            }
            layers = tried();
            var missing = missing(layers);
            missing.ifPresent(why -> LOG.warn("No program runs in a sandbox here: {}", why));
            var ready = grounds;
            if (missing.isEmpty() && behind == null && ready != null) {
                behind = maker.make(ready.sandboxes(), ready.slots()::slot);
            }
            obstacle = missing;
            return layers;
        }
    }

    /**
     * Ends all jobs that run and removes what was made for them. It can't be used again.
     *
     * @throws InterruptedException if the calling thread is interrupted
     */
    public void stop() throws InterruptedException {
        obstacle = Optional.of(STOPPED);
        synchronized (testing) {
            obstacle = Optional.of(STOPPED);
            var engine = behind;
            if (engine != null) {
                engine.stop();
            }
            if (grounds != null) {
                grounds.close();
            }
        }
    }

    private List<Layer> tried() throws InterruptedException {
        var missing = Prerequisites.missing();
        if (missing.isPresent()) {
            return List.of(layer("requirements", missing.get()));
        }
        try {
            var ready = grounds;
            if (ready == null) {
                ready = Grounds.prepare(view);
                grounds = ready;
            }
            return ready.attacked();
        } catch (IOException e) {
            LOG.error("the sandbox can't be tried", e);
            return List.of(layer("sandbox", new Obstacle("it can't be tried", "The log says why")));
        }
    }

    private static Optional<Obstacle> missing(List<Layer> layers) {
        return layers.stream()
                .filter(layer -> layer.state() == Layer.State.MISSING)
                .findFirst()
                .map(layer -> new Obstacle(layer.name() + ": " + layer.seen(), layer.remedy()));
    }

    private static Layer layer(String name, Obstacle obstacle) {
        return new Layer(name, Layer.State.MISSING, obstacle.what(), obstacle.remedy());
    }
}
