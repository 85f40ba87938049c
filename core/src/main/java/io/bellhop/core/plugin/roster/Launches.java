package io.bellhop.core.plugin.roster;

import io.bellhop.core.plugin.inspect.Blueprint;
import io.bellhop.core.plugin.run.Runtimes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** Starts plugins beside each other, each as soon as those that it needs have started. */
final class Launches {
    private final Runtimes runtimes;
    private final Consumer<Blueprint> started;
    private final OnFailure failed;
    private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
    private final Set<String> up = new HashSet<>();

    Launches(Runtimes runtimes, Consumer<Blueprint> started, OnFailure failed) {
        this.runtimes = runtimes;
        this.started = started;
        this.failed = failed;
    }

    /** Starts what does not run yet; false if something failed, and what depends on it then did not start. */
    boolean start(List<Blueprint> order) throws InterruptedException {
        var waiting = new ArrayList<Blueprint>();
        for (var blueprint : order) {
            if (runtimes.find(blueprint.id()).isPresent()) {
                up.add(blueprint.id());
            } else {
                waiting.add(blueprint);
            }
        }
        boolean well = true;
        for (int underway = launchReady(waiting); underway > 0; underway += launchReady(waiting)) {
            well &= finish(outcomes.take());
            underway--;
        }
        return well;
    }

    private int launchReady(List<Blueprint> waiting) {
        var ready = waiting.stream()
                .filter(blueprint ->
                        blueprint.descriptor().dependencies().stream().allMatch(needed -> up.contains(needed.id())))
                .toList();
        waiting.removeAll(ready);
        ready.forEach(this::launch);
        return ready.size();
    }

    private void launch(Blueprint blueprint) {
        var _ = runtimes.start(blueprint)
                .whenComplete((done, failure) ->
                        outcomes.add(new Outcome(blueprint, Optional.<Throwable>ofNullable(failure))));
    }

    private boolean finish(Outcome outcome) throws InterruptedException {
        var failure = outcome.failure().or(() -> serve(outcome.blueprint()));
        if (failure.isEmpty()) {
            up.add(outcome.blueprint().id());
            return true;
        }
        failed.handle(outcome.blueprint(), failure.get());
        return false;
    }

    private Optional<Throwable> serve(Blueprint blueprint) {
        try {
            started.accept(blueprint);
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }

    /** Cleans up behind a plugin that did not start. */
    @FunctionalInterface
    interface OnFailure {
        void handle(Blueprint blueprint, Throwable failure) throws InterruptedException;
    }

    /** How a start went. */
    private record Outcome(Blueprint blueprint, Optional<Throwable> failure) {}
}
