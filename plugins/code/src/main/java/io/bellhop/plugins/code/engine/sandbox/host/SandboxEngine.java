package io.bellhop.plugins.code.engine.sandbox.host;

import io.bellhop.plugins.code.engine.Engine;
import io.bellhop.plugins.code.engine.EngineUnavailable;
import io.bellhop.plugins.code.engine.Job;
import io.bellhop.plugins.code.engine.Language;
import io.bellhop.plugins.code.engine.Outcome;
import io.bellhop.plugins.code.engine.OwnThreads;
import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.sandbox.bubblewrap.View;
import io.bellhop.plugins.code.engine.sandbox.selftest.Layer;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Programs of any language in sandboxes, on Linux. It offers nothing until it has attacked itself and every layer that
 * matters held, and nothing at all where one doesn't: a program never runs outside of a sandbox.
 */
public final class SandboxEngine implements Engine {
    private static final Logger LOG = LoggerFactory.getLogger(SandboxEngine.class);
    private static final Obstacle UNTRIED =
            new Obstacle("the sandbox was not tried yet", "It is in the first seconds after the start: try again");
    private static final Obstacle STOPPED = new Obstacle("the sandbox was stopped", "Load the plugin again");

    private final Workshop workshop;
    private final View view;
    private final int concurrency;
    private final Semaphore places;
    private final OwnThreads threads = new OwnThreads("code-sandbox-preparing-");
    private final Set<Thread> underway = ConcurrentHashMap.newKeySet();
    private volatile Optional<Obstacle> obstacle = Optional.of(UNTRIED);
    private volatile List<Layer> layers = List.of();
    private volatile @Nullable ForkTrial forks;
    private volatile boolean prepared;
    private @Nullable Grounds grounds;
    private volatile @Nullable Stock stock;

    /**
     * Makes an engine. It offers nothing until it was tried.
     *
     * @param workshop knows the languages
     * @param view what sandboxes see of the file system
     * @param concurrency how many jobs run at a time
     */
    public SandboxEngine(Workshop workshop, View view, int concurrency) {
        this.workshop = workshop;
        this.view = view;
        this.concurrency = concurrency;
        this.places = new Semaphore(concurrency, true);
    }

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public List<Language> languages() {
        return obstacle.isPresent() ? List.of() : workshop.languages();
    }

    @Override
    public List<String> lacks() {
        var weaker = layers().stream()
                .filter(layer -> layer.state() == Layer.State.WEAKER)
                .map(layer -> layer.name() + ": " + layer.seen() + ". " + layer.remedy() + ".");
        return Stream.of(obstacle.stream().map(why -> why + "."), weaker, workshop.lacks().stream())
                .flatMap(Function.identity())
                .toList();
    }

    /**
     * On a thread of whoever made this: else all that it starts would belong to the plugin that asked, and end with it.
     */
    @Override
    public void prepare() throws InterruptedException {
        if (prepared) {
            return;
        }
        var preparing = new FutureTask<@Nullable Void>(() -> {
            prepareOnce();
            return null;
        });
        var thread = threads.newThread(preparing);
        underway.add(thread);
        thread.start();
        try {
            preparing.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InterruptedException) {
                throw new InterruptedException("the sandbox was stopped");
            }
            throw new IllegalStateException("the sandbox could not be prepared", e.getCause());
        } finally {
            preparing.cancel(true);
            underway.remove(thread);
        }
    }

    private synchronized void prepareOnce() throws InterruptedException {
        if (!prepared && !isStopped()) {
            workshop.look();
            attack();
            prepared = true;
            var trial = forks;
            if (trial != null && obstacle.isEmpty()) {
                trial.begin();
            }
        }
    }

    /**
     * Returns why it offers nothing.
     *
     * @return what is in the way, and the remedy; empty if nothing is
     */
    public Optional<Obstacle> obstacle() {
        return obstacle;
    }

    /**
     * Tries every layer by attacking it, and offers languages only if all that matter hold. Blocks for some seconds.
     *
     * @return each layer, with how it fared; what is missing altogether is a layer too
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public List<Layer> selfTest() throws InterruptedException {
        attack();
        var trial = forks;
        if (trial != null && obstacle.isEmpty()) {
            trial.run();
        }
        return layers();
    }

    private synchronized void attack() throws InterruptedException {
        if (isStopped()) {
            return;
        }
        layers = tried();
        var missing = layers.stream()
                .filter(layer -> layer.state() == Layer.State.MISSING)
                .findFirst()
                .map(layer -> new Obstacle(layer.name() + ": " + layer.seen(), layer.remedy()));
        if (missing.isEmpty()) {
            begin();
        }
        obstacle = missing;
        obstacle.ifPresent(why -> LOG.warn("Programs don't run in sandboxes here: {}", why));
    }

    private List<Layer> layers() {
        var trial = forks;
        var last = trial == null ? Optional.<Layer>empty() : trial.outcome();
        return Stream.concat(layers.stream(), last.stream()).toList();
    }

    @Override
    public Outcome run(Job job, Progress progress) throws InterruptedException, EngineUnavailable {
        places.acquire();
        try {
            return holding().lend(workshop.warmth(job), sandbox -> {
                var _ = holding(); // it may have been tried anew while this one waited
                return workshop.run(job, sandbox, progress);
            });
        } finally {
            places.release();
        }
    }

    /**
     * Ends all jobs that run and removes what was made for them, also if it is interrupted. It can't be used again.
     *
     * @throws IOException if something can't be removed
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public void stop() throws IOException, InterruptedException {
        obstacle = Optional.of(STOPPED);
        underway.forEach(Thread::interrupt);
        var trial = forks;
        if (trial != null) {
            trial.interrupt();
        }
        closeStock();
        close();
    }

    /** Also what was just being tried, and made for that. */
    private synchronized void close() throws IOException, InterruptedException {
        obstacle = Optional.of(STOPPED);
        var trial = forks;
        try {
            if (trial != null) {
                trial.end();
            }
        } finally {
            closeStock();
            closeGrounds();
        }
    }

    private void closeGrounds() throws IOException {
        var made = grounds;
        grounds = null;
        if (made != null) {
            made.close();
        }
    }

    private boolean isStopped() {
        return obstacle.equals(Optional.of(STOPPED));
    }

    private void closeStock() {
        var made = stock;
        if (made != null) {
            made.close();
        }
    }

    private Stock holding() throws EngineUnavailable {
        var ready = stock;
        if (obstacle.isPresent() || ready == null) {
            throw new EngineUnavailable("the sandbox can't be used now");
        }
        return ready;
    }

    private void begin() {
        if (stock == null) {
            var ready = Objects.requireNonNull(grounds);
            var made = new Stock(ready.sandboxes(), workshop.node(), ready.slots(), concurrency);
            stock = made;
            forks = new ForkTrial(ready, made);
        }
    }

    private List<Layer> tried() throws InterruptedException {
        var missing = Prerequisites.HERE.missing();
        if (missing.isPresent()) {
            return List.of(missing("requirements", missing.get()));
        }
        try {
            var ready = grounds;
            if (ready == null) {
                ready = Grounds.prepare(view, concurrency);
                grounds = ready;
            }
            return ready.attacked();
        } catch (IOException e) {
            LOG.error("the sandbox can't be tried", e);
            return List.of(missing("sandbox", new Obstacle("it can't be tried", "The log says why")));
        }
    }

    private static Layer missing(String name, Obstacle obstacle) {
        return new Layer(name, Layer.State.MISSING, obstacle.what(), obstacle.remedy());
    }
}
