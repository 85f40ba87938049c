package io.bellhop.plugins.code.engine.piston;

import io.bellhop.api.plugin.Scheduler;
import io.bellhop.plugins.code.engine.Engine;
import io.bellhop.plugins.code.engine.EngineUnavailable;
import io.bellhop.plugins.code.engine.Job;
import io.bellhop.plugins.code.engine.Language;
import io.bellhop.plugins.code.engine.Outcome;
import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.piston.wire.Runtimes;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Piston servers: the nearest one that is well runs a job. If it dies before it has answered, the next one does, at
 * most once: the program may then have run twice, which nobody notices, as it reaches nothing outside of its sandbox.
 */
public final class PistonEngine implements Engine {
    private static final Logger LOG = LoggerFactory.getLogger(PistonEngine.class);
    private static final Duration CONNECTING = Duration.ofSeconds(3);

    /** How long a start waits for the servers; later ones come in when they answer. */
    private static final Duration FIRST_LOOK = Duration.ofSeconds(2);

    private static final Duration LAST_THREADS = Duration.ofMillis(200);

    /** A job that brings servers down must not get round to all. */
    private static final int MOST_BEGUN = 2;

    /** Null without servers, as it has threads of its own. */
    private final @Nullable HttpClient client;

    private final Map<Server, Watch> watches = new LinkedHashMap<>();
    private final Map<String, ServerConfig> configs;
    private final Pool pool;
    private volatile List<Language> languages = List.of();

    /**
     * Makes an engine. Nothing is asked yet.
     *
     * @param config the servers
     * @param scheduler tells when to look at them
     * @param random explores
     */
    public PistonEngine(PistonConfig config, Scheduler scheduler, RandomGenerator random) {
        configs = config.servers().orElse(Map.of());
        client = configs.isEmpty() ? null : client();
        configs.forEach((name, server) -> {
            var link = new Link(Objects.requireNonNull(client), server);
            var made = new Server(name, link, config.margin());
            watches.put(made, new Watch(made, scheduler, config.check(), this::merge));
        });
        pool = new Pool(List.copyOf(watches.keySet()), random);
    }

    static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECTING)
                .build();
    }

    /**
     * Looks at all servers, and from then on now and then. Blocks until all have answered, or for two seconds.
     *
     * @throws InterruptedException if the calling thread is interrupted
     */
    public void start() throws InterruptedException {
        insecure().forEach(LOG::warn);
        var looks = watches.entrySet().stream()
                .map(watch -> Thread.ofPlatform()
                        .daemon()
                        .name("code-piston-" + watch.getKey().name())
                        .start(watch.getValue()::look))
                .toList();
        var until = System.nanoTime() + FIRST_LOOK.toNanos();
        for (var look : looks) {
            look.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
        }
    }

    /**
     * Breaks off what is being asked.
     *
     * @throws InterruptedException if the calling thread is interrupted
     */
    public void stop() throws InterruptedException {
        if (client != null) {
            client.shutdownNow();
            client.awaitTermination(LAST_THREADS);
        }
    }

    @Override
    public String name() {
        return "piston";
    }

    @Override
    public List<Language> languages() {
        return languages;
    }

    @Override
    public Outcome run(Job job, Progress progress) throws InterruptedException, EngineUnavailable {
        var servers = new ArrayDeque<>(pool.order(job.language()));
        var begun = new ArrayList<Server>();
        var why = "no Piston server answers";
        while (!servers.isEmpty()) {
            var server = servers.removeFirst();
            try {
                return server.run(job, progress);
            } catch (ServerFailure failure) {
                watch(server).failed(failure);
                if (failure.begun()) {
                    begun.add(server);
                }
                if (begun.size() == MOST_BEGUN) {
                    return Server.failed(failedTwice(begun));
                }
                if (failure.kind() == ServerFailure.Kind.LOST) {
                    askMore(servers, server, job.language());
                }
                why = why(failure).orElse(why);
            }
        }
        throw new EngineUnavailable(why);
    }

    /** Perhaps no more than a connection broke that was idle for too long: another's, or at last this one's. */
    private void askMore(Deque<Server> servers, Server lost, Language language) {
        pool.doubtful(language).stream()
                .filter(one -> one != lost && !servers.contains(one))
                .forEach(servers::addLast);
        servers.addLast(lost);
    }

    private static String failedTwice(List<Server> begun) {
        return begun.stream().distinct().count() == 1
                ? "its Piston server failed twice while it ran it"
                : "two Piston servers failed while they ran it";
    }

    private static Optional<String> why(ServerFailure failure) {
        if (failure.begun()) {
            return Optional.of("its Piston server failed");
        }
        return failure.kind() == ServerFailure.Kind.BUSY ? Optional.of("its Piston server is busy") : Optional.empty();
    }

    @Override
    public List<String> lacks() {
        var lacks = new ArrayList<String>();
        for (var server : watches.keySet()) {
            var name = "The Piston server " + server.name();
            server.trouble().ifPresent(trouble -> lacks.add(name + " " + trouble + "."));
        }
        lacks.addAll(insecure());
        return lacks;
    }

    private List<String> insecure() {
        return configs.entrySet().stream()
                .filter(server -> server.getValue().showsKey())
                .map(server -> "The key of the Piston server " + server.getKey()
                        + " can be read on its way; give it an https url.")
                .toList();
    }

    Pool pool() {
        return pool;
    }

    private Watch watch(Server server) {
        return Objects.requireNonNull(watches.get(server));
    }

    private synchronized void merge() {
        languages = Runtimes.merge(watches.keySet().stream()
                .flatMap(server -> server.languages().stream())
                .toList());
    }
}
