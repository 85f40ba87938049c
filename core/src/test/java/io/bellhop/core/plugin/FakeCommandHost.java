package io.bellhop.core.plugin;

import io.bellhop.api.command.Aliases;
import io.bellhop.api.command.Middleware;
import io.bellhop.api.plugin.Registration;
import io.bellhop.core.command.CommandHost;
import io.bellhop.core.command.declare.CommandDeclaration;
import io.bellhop.core.command.declare.DeclarationException;
import io.bellhop.core.event.pool.PluginPool;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Serves commands by name, without parsing or access. */
final class FakeCommandHost implements CommandHost {
    final List<Middleware> middlewares = new CopyOnWriteArrayList<>();
    final List<String> log = new CopyOnWriteArrayList<>();
    private final Map<String, List<CommandDeclaration>> announced = new ConcurrentHashMap<>();
    private final Map<String, Served> served = new ConcurrentHashMap<>();
    private final Map<String, List<CompletableFuture<?>>> running = new ConcurrentHashMap<>();

    private record Served(PluginPool pool, List<Object> instances) {}

    @Override
    public void announce(String host, List<CommandDeclaration> commands) {
        for (var command : commands) {
            announced.forEach((other, theirs) -> {
                if (!other.equals(host)
                        && theirs.stream().anyMatch(its -> its.name().equals(command.name()))) {
                    throw new DeclarationException("Its command %s belongs to %s.".formatted(command.name(), other));
                }
            });
        }
        served.remove(host);
        announced.put(host, commands);
        log.add("announce " + host);
    }

    @Override
    public void serve(String host, PluginPool pool, List<Object> instances) {
        served.put(host, new Served(pool, instances));
        log.add("serve " + host);
    }

    @Override
    public void pause(String host) {
        served.remove(host);
    }

    @Override
    public boolean drain(String host, Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        var open = running.getOrDefault(host, List.of());
        while (open.stream().anyMatch(done -> !done.isDone()) && System.nanoTime() < until) {
            Thread.sleep(5);
        }
        return open.stream().allMatch(CompletableFuture::isDone);
    }

    @Override
    public void withdraw(String host) {
        served.remove(host);
        announced.remove(host);
        log.add("withdraw " + host);
    }

    @Override
    public Registration surround(String plugin, Middleware middleware) {
        middlewares.add(middleware);
        return () -> middlewares.remove(middleware);
    }

    @Override
    public Aliases aliases(String host) {
        throw new UnsupportedOperationException("no plugin of these tests asks for them");
    }

    boolean serves(String host) {
        return served.containsKey(host);
    }

    /** Runs a command without parameters on its plugin's pool. */
    CompletableFuture<Object> run(String host, String command) {
        var declaration = announced.getOrDefault(host, List.of()).stream()
                .filter(found -> found.name().equals(command))
                .findFirst()
                .orElseThrow();
        var by = Objects.requireNonNull(served.get(host));
        var done = new CompletableFuture<Object>();
        running.computeIfAbsent(host, name -> new CopyOnWriteArrayList<>()).add(done);
        by.pool().execute(() -> {
            try {
                done.complete(call(declaration, by.instances()));
            } catch (Throwable failure) {
                done.completeExceptionally(failure);
            }
        });
        return done;
    }

    Object answer(String host) {
        return run(host, host).join();
    }

    private static Object call(CommandDeclaration declaration, List<Object> instances) throws Exception {
        for (var instance : instances) {
            if (instance.getClass().getName().equals(declaration.method().className())) {
                var method = instance.getClass()
                        .getDeclaredMethod(declaration.method().name());
                method.setAccessible(true);
                return String.valueOf(method.invoke(instance));
            }
        }
        throw new IllegalStateException("no object for " + declaration.name());
    }
}
