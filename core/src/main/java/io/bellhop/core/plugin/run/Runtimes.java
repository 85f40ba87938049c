package io.bellhop.core.plugin.run;

import io.bellhop.core.plugin.inspect.Blueprint;
import io.bellhop.core.plugin.load.Jars;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The plugins that run. Used by the lifecycle thread alone, but for {@link #abandon}. */
public final class Runtimes {
    private final Jars jars = new Jars();
    private final Map<String, PluginRuntime> running = new LinkedHashMap<>();
    private final Map<String, CompletableFuture<@Nullable Void>> starting = new ConcurrentHashMap<>();
    private final HostServices host;
    private final Patience patience;

    public Runtimes(HostServices host, Patience patience) {
        this.host = host;
        this.patience = patience;
    }

    /**
     * Begins to run a plugin whose dependencies run.
     *
     * @param blueprint what to run
     * @return completes when it has started, or exceptionally with the reason; if {@link #find} finds it then, it is to
     *     be stopped
     */
    public CompletableFuture<@Nullable Void> start(Blueprint blueprint) {
        ClassLoader loader;
        try {
            loader = jars.open(blueprint);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
        var runtime = new PluginRuntime(blueprint, loader, host, dependencies(blueprint), patience);
        running.put(blueprint.id(), runtime);
        var start = runtime.start();
        starting.put(blueprint.id(), start);
        return start.whenComplete((done, failure) -> starting.remove(blueprint.id(), start));
    }

    /**
     * Waits no longer for a plugin that is starting, so that what comes after it has its turn. Does nothing if it has
     * started, or is not there. Safe for use from any thread.
     *
     * @param id the plugin
     */
    public void abandon(String id) {
        var start = starting.get(id);
        if (start != null) {
            start.completeExceptionally(new StartAbandoned());
        }
    }

    /** Waits no longer for any plugin that is starting. Safe for use from any thread. */
    public void abandonAll() {
        starting.keySet().forEach(this::abandon);
    }

    /**
     * Serves the commands of a plugin that has started.
     *
     * @param id the plugin
     */
    public void serve(String id) {
        find(id).orElseThrow().serve();
    }

    /**
     * Stops a plugin that no other running one depends on.
     *
     * @param id the plugin
     * @return what is left of it
     * @throws InterruptedException if the caller is interrupted; the plugin is then half stopped
     */
    public Ending stop(String id) throws InterruptedException {
        var runtime = Optional.ofNullable(running.remove(id)).orElseThrow();
        try {
            return runtime.stop();
        } finally {
            jars.close(runtime.blueprint());
        }
    }

    /**
     * Finds a plugin that runs.
     *
     * @param id the plugin
     * @return its run, or empty
     */
    public Optional<PluginRuntime> find(String id) {
        return Optional.ofNullable(running.get(id));
    }

    /**
     * Lists the plugins that run.
     *
     * @return their runs, those that others depend on first
     */
    public List<PluginRuntime> all() {
        return List.copyOf(running.values());
    }

    private List<PluginRuntime> dependencies(Blueprint blueprint) {
        return blueprint.descriptor().dependencies().stream()
                .flatMap(needed -> find(needed.id()).stream())
                .toList();
    }
}
