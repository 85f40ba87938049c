package io.bellhop.plugins.code.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.plugins.code.engine.Output.Stream;
import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NeedsSandbox
class PythonSandboxTest extends PythonTrials {
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

        try (var plain = boxes().open()) {
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
        assertThat(ran.leftOut()).hasValue(2);
        assertThat(ran.files()).anySatisfy(file -> assertThat(file.content()).hasSize(100_000));
    }

    @Test
    void handsOverTheFirstFilesByNameAndNothingThatALinkLeadsTo() throws Exception {
        var many = collect(2, "import os\nos.mkdir('out')\nfor name in 'dcba': open('out/' + name, 'w').close()");
        var link = collect(2, "import os\nos.symlink('/etc', 'out')");

        assertThat(many.files()).extracting(SandboxFile::name).containsExactly("a", "b");
        assertThat(many.leftOut()).hasValue(2);
        assertThat(link.files()).isEmpty();
        assertThat(link.leftOut()).isEmpty();
    }

    private Ran collect(int mostFiles, String program) throws InterruptedException {
        var files = List.of(file("data/a.txt", "in"), file("main.py", program));
        return run(files, Optional.of(new Step.Collect("out", mostFiles, 1 << 20)));
    }
}
