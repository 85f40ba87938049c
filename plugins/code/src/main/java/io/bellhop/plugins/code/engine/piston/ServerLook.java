package io.bellhop.plugins.code.engine.piston;

import io.bellhop.plugins.code.engine.Language;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * What a look at a server told.
 *
 * @param name what it is called in the configuration
 * @param trouble what is wrong with it, a clause that says what to do; empty if it is well
 * @param took how long its answer took
 * @param languages how many it has
 * @param showsKey whether whoever listens on the way can read its key
 */
public record ServerLook(String name, Optional<String> trouble, Duration took, int languages, boolean showsKey) {
    /**
     * Looks at all servers at once, and leaves no connection behind.
     *
     * @param config the servers
     * @return one for each
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public static List<ServerLook> atAll(PistonConfig config) throws InterruptedException {
        var servers = config.servers().orElse(Map.of());
        if (servers.isEmpty()) {
            return List.of();
        }
        try (var client = PistonEngine.client();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var looks = new ArrayList<Callable<ServerLook>>();
            servers.forEach((name, server) -> looks.add(() -> at(name, server, client, config.margin())));
            var seen = new ArrayList<ServerLook>();
            for (var look : threads.invokeAll(looks)) {
                seen.add(look.get());
            }
            return seen;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A Piston server can't be looked at", e.getCause());
        }
    }

    private static ServerLook at(String name, ServerConfig config, HttpClient client, Duration margin)
            throws InterruptedException {
        var server = new Server(name, new Link(client, config), margin);
        try {
            server.look();
            server.look(); // the first one took the time to connect too
            int languages = (int)
                    server.languages().stream().map(Language::name).distinct().count();
            return new ServerLook(name, server.trouble(), server.latency().average(), languages, config.showsKey());
        } catch (ServerFailure failure) {
            return new ServerLook(name, Optional.of(failure.getMessage()), Duration.ZERO, 0, config.showsKey());
        }
    }
}
