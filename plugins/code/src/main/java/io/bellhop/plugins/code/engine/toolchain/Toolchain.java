package io.bellhop.plugins.code.engine.toolchain;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bellhop.api.chat.Attachment;
import io.bellhop.plugins.code.engine.Job;
import io.bellhop.plugins.code.engine.Limits;
import io.bellhop.plugins.code.engine.Outcome;
import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.Stage;
import io.bellhop.plugins.code.engine.Usage;
import io.bellhop.plugins.code.engine.Verdict;
import io.bellhop.plugins.code.engine.sandbox.Allowance;
import io.bellhop.plugins.code.engine.sandbox.Ran;
import io.bellhop.plugins.code.engine.sandbox.Sandbox;
import io.bellhop.plugins.code.engine.sandbox.SandboxFile;
import io.bellhop.plugins.code.engine.sandbox.Step;
import io.bellhop.plugins.code.engine.sandbox.Variables;
import io.bellhop.plugins.code.engine.sandbox.WarmNode;
import io.bellhop.plugins.code.engine.sandbox.host.Warmth;
import io.bellhop.plugins.code.language.LanguageSpec;
import io.bellhop.plugins.code.language.Recipe;
import io.bellhop.plugins.code.language.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Compiles and runs jobs of one language.
 *
 * @param spec the language
 * @param version the version that is there
 * @param cache what was compiled before
 */
record Toolchain(LanguageSpec spec, String version, CompileCache cache) {
    private static final int MIB = 1 << 20;
    private static final Step.Collect OUT = new Step.Collect("out", 10, 8 * MIB);
    private static final Step.Collect ALL = new Step.Collect(".", 100, 16 * MIB);

    /** How Python is run where its owner wishes nothing else; only that is what a fork of it does. */
    private static final List<String> PLAIN_PYTHON = List.of("python3", "{file}", "{args}");

    /** Compilers use several processors at a time. */
    private static final int COMPILING_PROCESSORS = 2;

    /**
     * Compiles and runs a job.
     *
     * @param job what to run
     * @param sandbox where; nothing of other jobs is in it
     * @param progress is told how running goes, not how compiling does
     * @return how it went
     * @throws InterruptedException if the calling thread is interrupted
     * @throws io.bellhop.api.error.BellhopException if files of the job can't be put into the sandbox, for the user
     */
    Outcome run(Job job, Sandbox sandbox, Progress progress) throws InterruptedException {
        var program = spec.source().program(job.source());
        var files = JobFiles.of(program, job.files());
        if (spec.compile().isEmpty()) {
            return outcome(job, List.of(), sandbox.run(running(job, program, files), progress));
        }
        var compiling = compiling(spec.compile().get(), job, program, files);
        var key = CompileCache.key(version, compiling);
        var known = cache.find(key);
        if (known.isPresent()) {
            var stage = unchanged(known.get());
            return outcome(
                    job,
                    List.of(stage),
                    sandbox.run(running(job, program, known.get().files()), progress));
        }
        var compiled = sandbox.run(compiling, Progress.UNHEARD);
        if (!compiled.stage().verdict().equals(new Verdict.Exited(0))) {
            return Outcome.of(compiled.stage());
        }
        if (compiled.leftOut().equals(OptionalInt.of(0))) {
            cache.keep(
                    key,
                    new CompileCache.Compiled(compiled.files(), compiled.stage().output()));
        }
        return outcome(job, List.of(compiled.stage()), sandbox.run(running(job, program, List.of()), progress));
    }

    /** Tells what can be ready for a job, where such a Node waits. */
    Warmth warmth(Job job, Optional<WarmNode> waiting) {
        if (isPlainPython()) {
            return Warmth.PYTHON;
        }
        return waiting.isPresent() && waiting.equals(node(job.limits())) ? Warmth.NODE : Warmth.PLAIN;
    }

    private boolean isPlainPython() {
        return spec.compile().isEmpty()
                && spec.run().command().equals(PLAIN_PYTHON)
                && spec.environment().equals(Variables.PYTHON);
    }

    /**
     * Says how Node is started for jobs that have such limits, before there is one, if the language is nothing but Node
     * with some options.
     */
    Optional<WarmNode> node(Limits limits) {
        var allowance = allowance(
                limits.withMemory(Math.max(limits.memory(), (long) spec.run().memory() * MIB)));
        var words = spec.run().words(spec.source().file(), List.of(), mebibytes(allowance.memory()), List.of());
        var options = words.subList(1, Math.max(1, words.size() - 1));
        boolean isNode = spec.compile().isEmpty()
                && spec.source().entries().isEmpty()
                && words.getFirst().equals("node")
                && words.getLast().equals(spec.source().file())
                && spec.run().command().getLast().equals("{args}")
                && options.stream().allMatch(word -> word.startsWith("-"));
        return isNode ? Optional.of(new WarmNode(words, environment(), allowance)) : Optional.empty();
    }

    private static Stage unchanged(CompileCache.Compiled known) {
        var nothing = new Usage(Duration.ZERO, Duration.ZERO, 0);
        return new Stage(Stage.Kind.COMPILE, new Verdict.Exited(0), known.output(), nothing);
    }

    private Step compiling(Recipe recipe, Job job, Source.Program program, List<SandboxFile> files) {
        var limits = job.limits();
        var memory = Math.max(recipe.memory(), mebibytes(limits.memory()));
        var time = limits.compileTime();
        return new Step(
                Stage.Kind.COMPILE,
                recipe.words(program.file(), sources(program, job), memory, List.of()),
                environment(),
                files,
                new byte[0],
                new Allowance(time, time.multipliedBy(COMPILING_PROCESSORS), (long) memory * MIB, limits.output()),
                Optional.of(ALL));
    }

    private Step running(Job job, Source.Program program, List<SandboxFile> files) {
        return new Step(
                Stage.Kind.RUN,
                spec.run()
                        .words(
                                program.file(),
                                sources(program, job),
                                mebibytes(job.limits().memory()),
                                job.args()),
                environment(),
                files,
                job.stdin().getBytes(UTF_8),
                allowance(job.limits()),
                Optional.of(OUT));
    }

    private List<String> sources(Source.Program program, Job job) {
        var beside = job.files().stream().map(Attachment::name);
        return Stream.concat(beside, program.files().keySet().stream())
                .filter(spec::isSource)
                .toList();
    }

    private static Allowance allowance(Limits limits) {
        return new Allowance(limits.runTime(), limits.cpuTime(), limits.memory(), limits.output());
    }

    private static int mebibytes(long bytes) {
        return (int) (bytes / MIB);
    }

    private Map<String, String> environment() {
        var all = new LinkedHashMap<>(Variables.ALL);
        all.putAll(spec.variables());
        return all;
    }

    private Outcome outcome(Job job, List<Stage> before, Ran ran) {
        var heap = spec.run().heap(mebibytes(job.limits().memory()));
        var stages = new ArrayList<>(before);
        stages.add(heap.isEmpty() ? ran.stage() : FullHeap.seen(ran.stage(), (long) heap.getAsInt() * MIB));
        return new Outcome(List.copyOf(stages), OutFiles.of(ran.files()), ran.leftOut());
    }
}
