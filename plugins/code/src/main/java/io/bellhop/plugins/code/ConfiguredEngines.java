package io.bellhop.plugins.code;

import io.bellhop.api.plugin.Scheduler;
import io.bellhop.api.storage.KeyValue;
import io.bellhop.plugins.code.engine.Engine;
import io.bellhop.plugins.code.engine.choice.Engines;
import io.bellhop.plugins.code.engine.embedded.EmbeddedEngine;
import io.bellhop.plugins.code.engine.piston.PistonEngine;
import io.bellhop.plugins.code.engine.sandbox.bubblewrap.View;
import io.bellhop.plugins.code.engine.sandbox.host.SandboxEngine;
import io.bellhop.plugins.code.engine.toolchain.Toolchains;
import io.bellhop.plugins.code.language.LanguageBook;
import io.bellhop.plugins.code.language.VersionNotes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The engines as the owner has configured them, from their start to their end. */
final class ConfiguredEngines {
    /** A bot that was started to answer a line or two need not warm up what nobody asks for. */
    private static final Duration QUIET = Duration.ofSeconds(1);

    private final Scheduler scheduler;
    private final EmbeddedEngine embedded;
    private final PistonEngine piston;
    private final SandboxEngine sandbox;
    private final Engines inOrder;

    @Inject
    ConfiguredEngines(CodeConfig config, Scheduler scheduler, RandomGenerator random, KeyValue values) {
        this.scheduler = scheduler;
        this.embedded = embedded(config, random);
        this.piston = new PistonEngine(config.piston(), scheduler, random);
        this.sandbox = sandbox(config, new KeptVersions(values), config.places());
        this.inOrder = new Engines(inOrder(config.engines(), List.of(sandbox, embedded, piston)));
    }

    void start() throws InterruptedException {
        piston.start();
        inOrder.all(); // so that what goes away now is known to have been there
        scheduler.after(QUIET, this::warmUp);
    }

    /** Stops all, also if one of them takes so long that the stop is interrupted. */
    void stop() throws IOException, InterruptedException {
        try {
            piston.stop();
        } finally {
            try {
                sandbox.stop();
            } finally {
                embedded.stop();
            }
        }
    }

    /** {@return those that are to run programs, the preferred one first} */
    Engines inOrder() {
        return inOrder;
    }

    SandboxEngine sandbox() {
        return sandbox;
    }

    private static List<Engine> inOrder(List<EngineKind> kinds, List<Engine> made) {
        return kinds.stream()
                .distinct()
                .flatMap(kind -> made.stream().filter(engine -> engine.name().equals(kind.engine())))
                .toList();
    }

    private static EmbeddedEngine embedded(CodeConfig config, RandomGenerator random) {
        var heap = Runtime.getRuntime().maxMemory();
        return new EmbeddedEngine(config.embeddedPlaces(heap), config.embeddedMemory(heap), random);
    }

    static SandboxEngine sandbox(CodeConfig config, VersionNotes versions, int places) {
        var book = LanguageBook.of(config.languages().orElse(Map.of()));
        var view = new View(book.roots(), View.FOLDERS);
        var toolchains = new Toolchains(book, config.limits(), versions);
        return new SandboxEngine(toolchains, view, places);
    }

    private void warmUp() {
        try {
            embedded.warmUp();
            inOrder.prepare();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // unloaded before it was warm
        }
    }
}
