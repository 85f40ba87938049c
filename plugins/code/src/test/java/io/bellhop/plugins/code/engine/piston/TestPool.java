package io.bellhop.plugins.code.engine.piston;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.plugin.Secret;
import io.bellhop.plugins.code.engine.EngineUnavailable;
import io.bellhop.plugins.code.engine.Job;
import io.bellhop.plugins.code.engine.Language;
import io.bellhop.plugins.code.engine.Limits;
import io.bellhop.plugins.code.engine.Outcome;
import io.bellhop.plugins.code.engine.Output.Stream;
import io.bellhop.plugins.code.engine.Progress;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** An engine with loopback servers, each of them an hour farther than the one before. */
final class TestPool implements AutoCloseable {
    static final Duration CHECK = Duration.ofMinutes(1);

    /** Far more than a job on the loopback takes, on whatever machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Limits LIMITS =
            new Limits(Duration.ofSeconds(10), Duration.ofSeconds(3), Duration.ofSeconds(3), 64 << 20, 64 << 10);

    final Looks looks = new Looks();
    final PistonEngine engine;

    private TestPool(Map<String, ServerConfig> servers, Duration margin) throws InterruptedException {
        engine = new PistonEngine(new PistonConfig(Optional.of(servers), CHECK, margin), looks, new NoExploring());
        engine.start();
        place();
    }

    private TestPool looked() throws InterruptedException {
        FirstLooks.await();
        return this;
    }

    private void place() {
        var servers = engine.pool().servers();
        for (var at = 0; at < servers.size(); at++) {
            servers.get(at).latency().worked(Duration.ofHours(at));
        }
    }

    /** Never explores. */
    private static final class NoExploring implements RandomGenerator {
        @Override
        public long nextLong() {
            return -1;
        }

        @Override
        public int nextInt(int bound) {
            return bound - 1;
        }
    }

    static TestPool of(LoopbackPiston... servers) throws InterruptedException {
        return impatient(PATIENCE, servers);
    }

    static TestPool impatient(Duration margin, LoopbackPiston... servers) throws InterruptedException {
        return begun(margin, servers).looked();
    }

    /** Of servers that may not have answered yet. */
    static TestPool begun(LoopbackPiston... servers) throws InterruptedException {
        return begun(PATIENCE, servers);
    }

    private static TestPool begun(Duration margin, LoopbackPiston... servers) throws InterruptedException {
        var configs = new LinkedHashMap<String, ServerConfig>();
        for (var server : servers) {
            configs.put(server.name(), new ServerConfig(URI.create(server.url()), Optional.empty()));
        }
        return new TestPool(configs, margin);
    }

    static TestPool knowing(String key, LoopbackPiston server) throws InterruptedException {
        var config = new ServerConfig(URI.create(server.url()), Optional.of(new Secret(key)));
        return new TestPool(Map.of(server.name(), config), PATIENCE).looked();
    }

    Outcome run(String source) throws InterruptedException, EngineUnavailable {
        return engine.run(job(source), Progress.UNHEARD);
    }

    String printed(String source) throws InterruptedException, EngineUnavailable {
        return run(source).last().output().of(Stream.OUT);
    }

    Job job(String source, Attachment... files) {
        return new Job(python(), source, List.of(files), List.of("a", "-b"), "in", LIMITS);
    }

    static Job impatientJob(String source) {
        var moment = Duration.ofMillis(100);
        return new Job(
                python(), source, List.of(), List.of(), "", new Limits(moment, moment, moment, 64 << 20, 64 << 10));
    }

    static Language python() {
        return new Language("python", List.of("py"), "3.12.0", "file0.code", "python");
    }

    @Override
    public void close() {
        try {
            engine.stop();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
