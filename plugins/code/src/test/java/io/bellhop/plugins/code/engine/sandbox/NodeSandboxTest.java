package io.bellhop.plugins.code.engine.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bellhop.plugins.code.engine.Output.Stream;
import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.Stage;
import io.bellhop.plugins.code.engine.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Node that waits for its program: the program can't tell it from one that was started for it. */
@NeedsSandbox
class NodeSandboxTest {
    private static final Map<String, String> ENVIRONMENT = Map.of("PATH", "/usr/bin:/bin", "HOME", "/work", "A", "b=c");
    private static final List<String> COMMAND = List.of("node", "--max-old-space-size=64", "main.js");

    private static Boxes boxes;

    @BeforeAll
    static void open() throws IOException {
        assumeTrue(
                System.getenv("CI") != null || Files.isExecutable(Path.of("/usr/bin/node")),
                "Node is not installed: Debian's package nodejs");
        boxes = new Boxes();
    }

    @AfterAll
    static void close() throws IOException {
        if (boxes != null) {
            boxes.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "console.log(process.argv, process.execArgv, process.cwd(), process.env)",
                "console.log(require.main === module, __filename, __dirname, module.id, module.paths, module.parent)",
                "console.log(Object.keys(require.cache), module.children, process._preload_modules)",
                "console.log(require('fs').readdirSync('/work'), require('fs').readdirSync('/tmp'))",
                "console.log(require('fs').readFileSync(0, 'utf8'))",
                "process.stdin.on('data', data => console.log(String(data))).on('end', () => console.log('end'))",
                "require('readline').createInterface({input: process.stdin}).on('line', line => console.log([line]))",
                "import('node:path').then(path => console.log(path.sep, import('./beside.mjs').catch(e => 0)))",
                "import('./beside.mjs').then(beside => console.log(beside.default, require('./other.js').name))",
                "console.log(new Error('here').stack); function f() { throw new TypeError('oops') } f()",
                "Promise.reject(new Error('oops'))",
                "const one = (",
                "import fs from 'fs'; console.log(fs)",
                "console.error('no'); process.exitCode = 5",
                "process.exit(7)",
                "process.on('exit', code => console.log('left', code)); setTimeout(() => console.log('later'), 20)",
                "process.on('exit', () => console.log('a')); process.on('exit', code => console.log('b', code));"
                        + " process.once('beforeExit', () => console.log('before'))",
                "process.on('exit', () => { process.exitCode = 9; console.log(process._exiting) })",
                "process.on('exit', () => { throw 'late' }); process.on('exit', () => console.log('never'))",
                "process.on('exit', () => process.exit(4))",
                "console.log('x'.repeat(300000)); require('fs').promises.readFile('main.js').then(b => console.log(b.length))",
                "process.kill(process.pid, 'SIGTERM'); setTimeout(() => {}, 100000)",
                "process.abort()",
                "console.log(process.pid > 1); console.log(require('fs').readdirSync('/proc/self/fd').length)",
                "console.log(process._getActiveHandles().length, process.getActiveResourcesInfo())",
                "process.on('exit', () => console.log(Object.keys(process).includes('emit'), process.listeners('exit')))",
                "process.emit = new Proxy(process.emit, {}); process.on('exit', code => console.log('left', code))",
                "process.once('beforeExit', () => setTimeout(() => console.log('after'), 5)); console.log('x'.repeat(70000))",
                "require('fs').writeFile('a', 'b', () => console.log(require('fs').readFileSync('a', 'utf8')))",
                "require('child_process').spawn('sleep', ['9'], {detached: true, stdio: 'inherit'}).unref(); console.log(1)",
                "console.log(require('fs').readFileSync('/proc/self/status', 'utf8').match(/Sig(Blk|Ign|Cgt).*/g))",
                "setImmediate(() => { console.error('e'); console.log('o') }); process.kill(1, 'SIGUSR2')",
                "console.log(require('child_process').execFileSync(process.execPath, ['-p', '6*7']).toString())",
                "require('child_process').fork('./other.js', ['x']).on('exit', code => console.log('child', code))",
                "new (require('worker_threads').Worker)('console.log(process.execArgv, 6 * 7)', {eval: true})",
                "console.log(require('v8').getHeapStatistics().heap_size_limit >> 20, __proto__ === Object.prototype)",
                "console.log(typeof wakes, typeof words, typeof fs, Object.keys(globalThis))",
            })
    void runsProgramsAsNodeDoes(String program) throws Exception {
        var step = step(program, "hello\nyou", "a b", "ä€😀");

        var waited = warm(step);

        var begun = boxes.run(step);
        assertThat(waited.stage().output().of(Stream.OUT))
                .isEqualTo(begun.stage().output().of(Stream.OUT));
        assertThat(waited.stage().output().of(Stream.ERR))
                .isEqualTo(begun.stage().output().of(Stream.ERR));
        assertThat(waited.stage().verdict()).isEqualTo(begun.stage().verdict());
        assertThat(waited.stage().output().merged() + waited.stage().verdict())
                .as("something to compare")
                .isNotEqualTo(new Verdict.Exited(0).toString());
    }

    @Test
    void hasTheLimitsOfTheStep() throws Exception {
        var limits = "console.log(require('fs').readFileSync('/proc/self/limits', 'utf8').split('\\n')"
                + ".filter(line => /cpu|file size|core|processes|open/.test(line)).join('\\n'))";

        var step = step(limits, "");

        assertThat(warm(step).stage().output().of(Stream.OUT))
                .isEqualTo(boxes.run(step).stage().output().of(Stream.OUT))
                .contains("Max cpu time");
    }

    @Test
    void countsNodesOwnMemoryAsTheProgramsTooHoweverLateItIsLookedAt() throws Exception {
        var step = step("console.log(1)", "");

        try (var sandbox = boxes.openNodeLate(node(step))) {
            var usage = sandbox.run(step, Progress.UNHEARD).stage().usage();

            assertThat(usage.peakMemory()).isGreaterThan(4 << 20);
            assertThat(usage.cpu()).isPositive();
        }
    }

    @Test
    void endsAProgramThatTakesTooLong() throws Exception {
        var allowance = new Allowance(java.time.Duration.ofMillis(500), Boxes.LONG, 256 << 20, 1 << 20);

        var stage = warm(step(allowance, "for (;;);", "")).stage();

        assertThat(stage.verdict()).isEqualTo(new Verdict.TimeLimit(allowance.wall()));
    }

    @Test
    void isAnsweredForOnceItSaysThatItHasEndedAndLeavesNothingForAnotherStep() throws Exception {
        var step = step("console.log(1); for (;;) { process.kill(1, 'SIGUSR1'); console.log(2) }", "");

        try (var sandbox = boxes.openNode(node(step))) {
            var stage = sandbox.run(step, Progress.UNHEARD).stage();

            assertThat(stage.verdict()).isEqualTo(new Verdict.Exited(0));
            assertThat(stage.output().of(Stream.OUT)).startsWith("1\n");
            assertThat(sandbox.isOpen()).isFalse();
        }
    }

    @Test
    void isCountedWithItsChildrenAlsoWhenItHasEndedWell() throws Exception {
        var spins = "const end = Date.now() + 300; while (Date.now() < end);";
        var step = step("require('child_process').execFileSync(process.execPath, ['-e', '" + spins + "'])", "");

        var stage = warm(step).stage();

        assertThat(stage.verdict()).isEqualTo(new Verdict.Exited(0));
        assertThat(stage.usage().cpu()).isGreaterThan(java.time.Duration.ofMillis(200));
    }

    @Test
    void handsOverWhatAProgramWroteUntilItsEnd() throws Exception {
        var writes = "process.on('exit', () => { require('fs').mkdirSync('out');"
                + " require('fs').writeFileSync('out/a', 'x'.repeat(100000)) })";
        var step = step(writes, "");

        assertThat(warm(step).files())
                .hasSize(1)
                .first()
                .satisfies(file -> assertThat(file.content()).hasSize(100_000));
    }

    private static Ran warm(Step step) throws IOException, InterruptedException {
        try (var sandbox = boxes.openNode(node(step))) {
            return sandbox.run(step, Progress.UNHEARD);
        }
    }

    private static WarmNode node(Step step) {
        return new WarmNode(COMMAND, ENVIRONMENT, step.allowance());
    }

    private static Step step(String program, String stdin, String... args) {
        return step(Boxes.AMPLE, program, stdin, args);
    }

    private static Step step(Allowance allowance, String program, String stdin, String... args) {
        var command = new ArrayList<>(COMMAND);
        command.addAll(List.of(args));
        var files = List.of(
                file("main.js", program),
                file("beside.mjs", "export default 'beside ' + import.meta.url"),
                file(
                        "other.js",
                        "exports.name = 'other'; if (require.main === module) process.exit(process.argv.length)"));
        var collect = Optional.of(new Step.Collect("out", 10, 1 << 20));
        return new Step(Stage.Kind.RUN, command, ENVIRONMENT, files, stdin.getBytes(UTF_8), allowance, collect);
    }

    private static SandboxFile file(String name, String text) {
        return new SandboxFile(name, text.getBytes(UTF_8), false);
    }
}
