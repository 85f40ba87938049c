package io.bellhop.plugins.code.engine.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.plugins.code.engine.Output.Stream;
import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.Stage;
import io.bellhop.plugins.code.engine.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One sandbox for all of these: each of them is also a try to disturb the next. */
@NeedsSandbox
class PythonSandboxTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("PATH", "/usr/bin:/bin", "LANG", "C.UTF-8", "A", "b=c");

    private static Boxes boxes;
    private static Sandbox sandbox;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        boxes = new Boxes();
        sandbox = boxes.openPython();
        assertThat(sandbox.awaitReady()).isEmpty();
    }

    @AfterAll
    static void close() throws IOException {
        sandbox.close();
        boxes.close();
    }

    @Test
    void givesOutputCodeAndUsage() throws Exception {
        var stage = run("import sys; print('hello'); print('oops', file=sys.stderr); sys.exit(3)");

        assertThat(stage.output().of(Stream.OUT)).isEqualTo("hello\n");
        assertThat(stage.output().of(Stream.ERR)).isEqualTo("oops\n");
        assertThat(stage.verdict()).isEqualTo(new Verdict.Exited(3));
        assertThat(stage.usage().cpu()).isPositive();
        assertThat(stage.usage().peakMemory()).isPositive();
    }

    @Test
    void isAsPythonIs() throws Exception {
        var program = """
                import os, sys
                print(__name__, __file__, sys.argv, sys.path[0], os.getcwd(), os.environ['A'], len(os.environ))
                print(sorted(os.listdir('/work')), os.getuid(), 'ä€😀')
                """;
        try (var plain = boxes.open()) {
            var expected = plain.run(step(Boxes.AMPLE, program, "", "x y"), Progress.UNHEARD)
                    .stage();

            assertThat(run(Boxes.AMPLE, program, "", "x y").output().merged())
                    .isEqualTo(expected.output().merged())
                    .startsWith("__main__ /work/main.py ['main.py', 'x y'] /work /work b=c ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "def f():\n  1/0\nf()",
                "print('a'; 1",
                "import sys\nsys.exit('a message')",
                "import sys\nsys.exit(300)",
                "import sys\nsys.exit(10 ** 30)",
                "import sys\nsys.exit()",
                "raise KeyboardInterrupt",
                "import os, signal\nos.kill(os.getpid(), signal.SIGTERM)",
                "import os, signal\nos.kill(os.getpid(), signal.SIGINT)",
                "import os\nos.abort()",
                "import ctypes\nctypes.string_at(0)",
                "import atexit, threading, time\natexit.register(print, 'last')\n"
                        + "threading.Thread(target=lambda: (time.sleep(0.1), print('first'))).start()",
                "input('name? ')",
                "import multiprocessing as m\nwith m.Pool(2) as p: print(p.map(abs, [-1, -2, -3]))",
                "import subprocess\nprint(subprocess.check_output(['echo', 'child'], text=True))",
                "import sys\nsys.setrecursionlimit(100)\ndef f(): f()\ntry: f()\nexcept RecursionError: print('deep')",
                "class A:\n  def __del__(self): print('gone')\na = A()\ndel a",
                "import dataclasses, pickle\n@dataclasses.dataclass\nclass A: x: int\nprint(pickle.loads(pickle.dumps(A(1))))",
                "import asyncio\nasync def f(): await asyncio.sleep(0.01); print('later')\nasyncio.run(f())",
                "class A:\n  def __del__(self): print('gone', x)\nx = 1\na = A()",
                "def f():\n  try: yield\n  finally: print('closed')\na = f()\nnext(a)",
                "import os\nif os.fork(): os.wait(); print(open('a').read())\n"
                        + "else:\n  f = open('a', 'w')\n  f.write('kept')\n  def g(): f",
                "class K(KeyboardInterrupt): pass\nraise K",
                "import sys\nsys.stderr.close()\nsys.exit('a message')",
                "import sys\nsys.exit((1, 2))",
                "class B:\n  def __str__(self): 1/0\nimport sys\nsys.exit(B())",
                "import sys\nsys.stdout = None\nprint(1)",
                "import sys\nsys.stdout.close()",
                "import sys\ndef hook(*error): sys.exit(9)\nsys.excepthook = hook\n1/0",
                "import atexit, sys\natexit.register(lambda: print(sys.last_value))\n1/0",
                "# coding: unknown",
                "print(1)\n\0",
                "print(__annotations__, __cached__)",
                "import os\nprint(os.getsid(0), os.getpgid(0))"
            })
    void endsAsPythonDoes(String program) throws Exception {
        try (var plain = boxes.open()) {
            var expected =
                    plain.run(step(Boxes.AMPLE, program, ""), Progress.UNHEARD).stage();
            var stage = run(program);

            assertThat(stage.verdict()).isEqualTo(expected.verdict());
            assertThat(stage.output().of(Stream.OUT))
                    .isEqualTo(expected.output().of(Stream.OUT));
            assertThat(stage.output().of(Stream.ERR))
                    .isEqualTo(expected.output().of(Stream.ERR));
        }
    }

    @Test
    void isCalledByLittle() throws Exception {
        var program = "import inspect\nprint(len(inspect.stack()))\ndef f(n): return n and f(n - 1)\nf(990)";

        assertThat(run(program).output().merged()).isEqualTo("2\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ctypes", "resource", "struct", "types"})
    void findsTheProgramsOwnModuleFirst(String name) throws Exception {
        var files = List.of(
                new SandboxFile("main.py", ("import " + name).getBytes(UTF_8), false),
                new SandboxFile(name + ".py", "print('own')".getBytes(UTF_8), false));
        var step = new Step(
                Stage.Kind.RUN,
                List.of("python3", "main.py"),
                ENVIRONMENT,
                files,
                new byte[0],
                Boxes.AMPLE,
                Optional.empty());

        assertThat(sandbox.run(step, Progress.UNHEARD).stage().output().merged())
                .isEqualTo("own\n");
    }

    @Test
    void leavesNothingForTheNextProgram() throws Exception {
        var look = """
                import os, subprocess
                for folder in '/work', '/tmp', '/dev/shm', '/var/tmp': print(folder, os.listdir(folder))
                print([p for p in os.listdir('/proc') if p.isdigit()])
                import builtins, sys
                print(hasattr(builtins, 'mark'), 'mark' in globals(), len(sys.argv), os.environ.get('MARK'))
                """;
        var first = run(look).output().merged();
        var dirty = """
                import builtins, os, subprocess, sys
                for folder in '/work', '/tmp', '/dev/shm': open(folder + '/mark', 'w').write('x' * 1000)
                builtins.mark = mark = 1
                os.environ['MARK'] = '1'
                sys.argv.append('mark')
                subprocess.Popen(['sh', '-c', 'trap "" TERM; setsid sleep 100 & sleep 100'])
                """;
        assertThat(run(dirty).verdict()).isEqualTo(new Verdict.Exited(0));

        assertThat(run(look).output().merged()).isEqualTo(first);
        assertThat(first).contains("/work ['main.py']", "/tmp []", "/dev/shm []", "['1', '2']", "False False 1 None");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "libc.mount(None, b'/', None, 32, None)",
                "libc.unshare(0x20000)",
                "libc.unshare(0x10000000)",
                "libc.setns(3, 0)",
                "libc.umount2(b'/work', 2)",
                "libc.sethostname(b'x', 1)",
                "libc.ptrace(16, 1, 0, 0)",
                "libc.setuid(0)",
                "libc.shmget(1, 100, 0o1600)",
                "libc.msgget(1, 0o1600)",
                "libc.semget(1, 1, 0o1600)"
            })
    void allowsNothingThatTheSandboxItselfNeeded(String call) throws Exception {
        var program = "import ctypes\nlibc = ctypes.CDLL(None, use_errno=True)\nprint(" + call + " < 0)";

        try (var plain = boxes.open()) {
            var expected =
                    plain.run(step(Boxes.AMPLE, program, ""), Progress.UNHEARD).stage();
            assertThat(run(program).output().of(Stream.OUT))
                    .isEqualTo(expected.output().of(Stream.OUT));
        }
    }

    @Test
    void hasNoCapabilitiesAndAFilter() throws Exception {
        var status = run("print(open('/proc/self/status').read())").output().merged();

        for (var set : List.of("CapInh", "CapPrm", "CapEff", "CapAmb")) {
            assertThat(status).contains(set + ":\t0000000000000000");
        }
        assertThat(status).contains("Seccomp:\t2", "NoNewPrivs:\t1");
    }

    @Test
    void showsNothingOfTheProcessThatWatchesOverIt() throws Exception {
        var program = """
                import os, signal
                for name in 'mem', 'maps', 'environ', 'fd':
                    try: print(os.listdir('/proc/1/fd') if name == 'fd' else open('/proc/1/' + name, 'rb').read(1))
                    except OSError as e: print(name, 'refused')
                for s in signal.SIGINT, signal.SIGTERM, signal.SIGSTOP, signal.SIGKILL, signal.SIGHUP: os.kill(1, s)
                print(os.listdir('/proc/self/fd'))
                """;

        assertThat(run(program).output().merged())
                .startsWith("mem refused\nmaps refused\n")
                .endsWith("fd refused\n['0', '1', '2', '3']\n");
    }

    @Test
    void readsInputToItsEnd() throws Exception {
        var text = "line\n".repeat(40_000);

        assertThat(run(Boxes.AMPLE, "import sys\nprint(len(sys.stdin.read()))", text)
                        .output()
                        .merged())
                .isEqualTo(text.length() + "\n");
        assertThat(run(Boxes.AMPLE, "print(1)", text).verdict()).isEqualTo(new Verdict.Exited(0));
    }

    @Test
    void endsWhatTakesTooLong() throws Exception {
        var second = Duration.ofSeconds(1);
        var sleepy = new Allowance(second, Boxes.LONG, 256 << 20, 1 << 20);
        assertThat(run(sleepy, "import time, signal\nsignal.signal(15, signal.SIG_IGN)\ntime.sleep(1000)", "")
                        .verdict())
                .isEqualTo(new Verdict.TimeLimit(second));
        var busy = new Allowance(Boxes.LONG, second, 256 << 20, 1 << 20);
        assertThat(run(busy, "while True: pass", "").verdict()).isEqualTo(new Verdict.CpuLimit(second));
        assertThat(run("print(1)").verdict()).isEqualTo(new Verdict.Exited(0));
    }

    @Test
    void countsTheProcessorsTimeOfEachStepForItself() throws Exception {
        var allowance = new Allowance(Boxes.LONG, Duration.ofSeconds(2), 256 << 20, 1 << 20);
        for (var i = 0; i < 4; i++) {
            assertThat(run(allowance, "import time\nwhile time.process_time() < 0.6: pass", "")
                            .verdict())
                    .isEqualTo(new Verdict.Exited(0));
        }
    }

    @Test
    void endsWhatTakesTooMuchMemory() throws Exception {
        var small = new Allowance(Boxes.LONG, Boxes.LONG, 64 << 20, 1 << 20);

        assertThat(run(small, "import time\nx = b'x' * (200 << 20)\ntime.sleep(1000)", "")
                        .verdict())
                .isInstanceOf(Verdict.MemoryLimit.class);
        assertThat(run("print(1)").verdict()).isEqualTo(new Verdict.Exited(0));
    }

    @Test
    void endsWhatWritesTooMuch() throws Exception {
        var small = new Allowance(Boxes.LONG, Boxes.LONG, 256 << 20, 1 << 10);

        assertThat(run(small, "while True: print('flood')", "").verdict()).isEqualTo(new Verdict.OutputLimit(1 << 10));
    }

    @Test
    void handsOverFiles() throws Exception {
        var ran = collect(10, """
                import os
                os.makedirs('out/b')
                open('out/a', 'w').write(open('data/a.txt').read())
                open('out/b/c', 'wb').write(bytes(100_000))
                os.symlink('/etc/passwd', 'out/link')
                os.mkfifo('out/pipe')
                """);

        assertThat(ran.files()).extracting(SandboxFile::name).containsExactly("a", "b/c");
        assertThat(ran.leftOut()).isEqualTo(2);
        assertThat(ran.files()).anySatisfy(file -> assertThat(file.content()).hasSize(100_000));
    }

    @Test
    void handsOverTheFirstFilesByNameAndNothingThatALinkLeadsTo() throws Exception {
        var many = collect(2, "import os\nos.mkdir('out')\nfor name in 'dcba': open('out/' + name, 'w').close()");
        var link = collect(2, "import os\nos.symlink('/etc', 'out')");

        assertThat(many.files()).extracting(SandboxFile::name).containsExactly("a", "b");
        assertThat(many.leftOut()).isEqualTo(2);
        assertThat(link.files()).isEmpty();
        assertThat(link.leftOut()).isEqualTo(1);
    }

    private static Ran collect(int mostFiles, String program) throws InterruptedException {
        var files = List.of(
                new SandboxFile("data/a.txt", "in".getBytes(UTF_8), false),
                new SandboxFile("main.py", program.getBytes(UTF_8), false));
        var step = new Step(
                Stage.Kind.RUN,
                List.of("python3", "main.py"),
                ENVIRONMENT,
                files,
                new byte[0],
                Boxes.AMPLE,
                Optional.of(new Step.Collect("out", mostFiles, 1 << 20)));
        return sandbox.run(step, Progress.UNHEARD);
    }

    private static Stage run(String program) throws InterruptedException {
        return run(Boxes.AMPLE, program, "");
    }

    private static Stage run(Allowance allowance, String program, String stdin, String... args)
            throws InterruptedException {
        return sandbox.run(step(allowance, program, stdin, args), Progress.UNHEARD)
                .stage();
    }

    private static Step step(Allowance allowance, String program, String stdin, String... args) {
        var command = new ArrayList<>(List.of("python3", "main.py"));
        command.addAll(List.of(args));
        return new Step(
                Stage.Kind.RUN,
                command,
                ENVIRONMENT,
                List.of(new SandboxFile("main.py", program.getBytes(UTF_8), false)),
                stdin.getBytes(UTF_8),
                allowance,
                Optional.empty());
    }
}
