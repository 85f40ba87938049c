package io.bellhop.plugins.code.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.plugins.code.engine.Output.Stream;
import io.bellhop.plugins.code.engine.Progress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A forked Python beside one that was started. */
@NeedsSandbox
class LikePythonTest extends PythonTrials {
    @Test
    void isAsPythonIs() throws Exception {
        var program = """
                import os, sys
                print(__name__, __file__, sys.argv, sys.path[0], os.getcwd(), os.environ['A'], len(os.environ))
                print(sorted(os.listdir('/work')), os.getuid(), 'ä€😀')
                """;
        try (var plain = boxes().open()) {
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
        try (var plain = boxes().open()) {
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
        var files = List.of(file("main.py", "import " + name), file(name + ".py", "print('own')"));

        assertThat(run(files, Optional.empty()).stage().output().merged()).isEqualTo("own\n");
    }
}
