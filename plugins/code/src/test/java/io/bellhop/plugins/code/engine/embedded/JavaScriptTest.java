package io.bellhop.plugins.code.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.plugins.code.engine.Output;
import io.bellhop.plugins.code.engine.Output.Chunk;
import io.bellhop.plugins.code.engine.Output.Stream;
import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.Stage;
import io.bellhop.plugins.code.engine.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaScriptTest {
    private final Programs programs = new Programs();

    @Test
    void printsWhatIsLogged() throws InterruptedException {
        var stage = programs.run("console.log(6*7)");

        assertThat(stage.output().merged()).isEqualTo("42\n");
        assertThat(stage.verdict()).isEqualTo(new Verdict.Exited(0));
        assertThat(stage.usage().peakMemory()).isBetween(1L << 20, 4L << 20);
        assertThat(stage.usage().cpu()).isPositive();
    }

    @Test
    void keepsTheOrderOfBothStreams() throws InterruptedException {
        var stage = programs.run("print(1); console.error(2); console.info(3); console.warn(4); console.debug(5)");

        assertThat(stage.output())
                .isEqualTo(new Output(List.of(
                        new Chunk(Stream.OUT, "1\n"),
                        new Chunk(Stream.ERR, "2\n"),
                        new Chunk(Stream.OUT, "3\n"),
                        new Chunk(Stream.ERR, "4\n"),
                        new Chunk(Stream.OUT, "5\n"))));
    }

    @Test
    void streamsOutputAsItIsWritten() throws InterruptedException {
        var heard = new ArrayList<Chunk>();
        var listener = new Progress() {
            @Override
            public void wrote(Chunk chunk) {
                heard.add(chunk);
            }
        };

        programs.run(programs.job("print('a'); print('b')", "", List.of()), listener);

        assertThat(heard).containsExactly(new Chunk(Stream.OUT, "a\n"), new Chunk(Stream.OUT, "b\n"));
    }

    @Test
    void doesNotEchoValues() throws InterruptedException {
        assertThat(programs.run("6 * 7").output().merged()).isEmpty();
    }

    @Test
    void givesArguments() throws InterruptedException {
        var stage = programs.run("print(scriptArgs.slice(1), process.argv.slice(2))", "a", "b c", "ü");

        assertThat(stage.output().merged()).isEqualTo("[ 'a', 'b c', 'ü' ] [ 'a', 'b c', 'ü' ]\n");
    }

    @Test
    void givesInputByLineAndWhole() throws InterruptedException {
        var byLine = "for (let line; (line = readline()) !== null;) print('<' + line + '>')";
        var whole = "process.stdout.write(require('fs').readFileSync(0, 'utf8').toUpperCase())";

        assertThat(printed(programs.runWithInput(byLine, "ä\r\n\nb"))).isEqualTo("<ä>\n<>\n<b>\n");
        assertThat(printed(programs.runWithInput(whole, "one\ntwo"))).isEqualTo("ONE\nTWO");
        assertThat(printed(programs.runWithInput("print(readline(), readAll())", "")))
                .isEqualTo("null \n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [1, 2, 3]                            | [ 1, 2, 3 ]
            {a: 1, b: {c: {d: {}}}}              | { a: 1, b: { c: { d: {} } } }
            {a: {b: {c: {d: 1}}}}                | { a: { b: { c: [Object] } } }
            new Map([['k', 1n]])                 | Map(1) { 'k' => 1n }
            new Set([[-0]])                      | Set(1) { [ -0 ] }
            [,1,undefined,null]                  | [ <1 empty item>, 1, undefined, null ]
            class A {}                           | [class A]
            new (class Foo { x = 'y' })()        | Foo { x: 'y' }
            () => 1                              | [Function (anonymous)]
            new Uint8Array(2)                    | Uint8Array(2) [ 0, 0 ]
            (o => o.o = o)({})                   | { o: [Circular *1] }
            new Date(0)                          | 1970-01-01T00:00:00.000Z
            /a/g                                 | /a/g
            '%s is %d%%', 'it', 7                | it is 7%
            "it's", ["it's"]                     | it's [ "it's" ]
            Symbol('s'), typeof globalThis.Javy  | Symbol(s) undefined
            """, quoteCharacter = '~')
    void showsValuesAsNodeDoes(String values, String shown) throws InterruptedException {
        assertThat(programs.printed("console.log(" + values + ")")).isEqualTo(shown + "\n");
    }

    @Test
    void showsUncaughtErrorsWithTheProgramsOwnLines() throws InterruptedException {
        var stage = programs.run("""
                function f(x) {
                  throw new TypeError('no ' + x)
                }

                f('good')
                """);

        assertThat(stage.verdict()).isEqualTo(new Verdict.Exited(1));
        assertThat(stage.output().of(Stream.ERR)).isEqualTo("""
                TypeError: no good
                    at f (main.js:2:31)
                    at main.js:5:1
                """);
    }

    @Test
    void showsUncaughtValues() throws InterruptedException {
        assertThat(programs.complained("throw 'up'")).isEqualTo("Uncaught 'up'\n");
        assertThat(programs.complained("throw null")).isEqualTo("Uncaught null\n");
    }

    @Test
    void tellsSyntaxErrorsFromErrorsAtRunTime() throws InterruptedException {
        var broken = programs.run("print(1)\nlet x = ;");
        var throwing = programs.run("print(1)\nJSON.parse('{')");

        assertThat(broken.kind()).isEqualTo(Stage.Kind.COMPILE);
        assertThat(broken.verdict()).isEqualTo(new Verdict.CompileError());
        assertThat(broken.output().merged()).startsWith("main.js:2\nlet x = ;\n\nSyntaxError: ");
        assertThat(throwing.verdict()).isEqualTo(new Verdict.Exited(1));
        assertThat(throwing.output().merged()).startsWith("1\nSyntaxError: ").contains("main.js:2");
    }

    @Test
    void exitsWithTheProgramsCode() throws InterruptedException {
        assertThat(programs.run("try { process.exit(3) } finally { print('never') }"))
                .satisfies(stage -> assertThat(stage.verdict()).isEqualTo(new Verdict.Exited(3)))
                .satisfies(stage -> assertThat(stage.output().merged()).isEmpty());
        assertThat(programs.run("exit()").verdict()).isEqualTo(new Verdict.Exited(0));
        assertThat(programs.run("process.exitCode = 7").verdict()).isEqualTo(new Verdict.Exited(7));
    }

    @Test
    void runsMicrotasksAndTimersToTheirEnd() throws InterruptedException {
        var source = """
                setTimeout(x => print('timer', x), 1000, 'x')
                const every = setInterval(() => { print('tick'); clearInterval(every) }, 1)
                Promise.resolve().then(() => print('micro')).then(() => print('task'))
                print('first')
                """;

        assertThat(programs.printed(source)).isEqualTo("first\nmicro\ntask\ntick\ntimer x\n");
    }

    @Test
    void awaitsAtTopLevel() throws InterruptedException {
        var source = """
                const wait = ms => new Promise(done => setTimeout(done, ms))
                await wait(5); print('later')
                throw new Error('after')
                """;
        var stage = programs.run(source);

        assertThat(stage.verdict()).isEqualTo(new Verdict.Exited(1));
        assertThat(stage.output().merged()).startsWith("later\nError: after\n    at main.js:3");
    }

    @Test
    void showsWhatAnAsynchronousMainThrows() throws InterruptedException {
        var stage = programs.run("async function main() {\n throw new Error('async') }\nmain()");

        assertThat(stage.verdict()).isEqualTo(new Verdict.Exited(1));
        assertThat(stage.output().merged()).startsWith("Error: async\n    at main (main.js:2");
    }

    @Test
    void runsSloppyCode() throws InterruptedException {
        assertThat(programs.printed("x = 010; print(x)")).isEqualTo("8\n");
    }

    @Test
    void sharesNothingBetweenPrograms() throws InterruptedException {
        programs.run("globalThis.leak = 1; Array.prototype.leak = 1; console.log = null");

        assertThat(programs.printed("print(typeof leak, [].leak, typeof console.log)"))
                .isEqualTo("undefined undefined function\n");
        assertThat(programs.printed("print(Math.random())")).isNotEqualTo(programs.printed("print(Math.random())"));
    }

    @Test
    void drawsEvenRandomNumbers() throws InterruptedException {
        var source = "let s = 0; for (let i = 0; i < 1e4; i++) s += Math.random(); print(Math.round(s / 1e3))";

        assertThat(programs.printed(source)).isEqualTo("5\n");
    }

    private static String printed(Stage stage) {
        return stage.output().of(Stream.OUT);
    }
}
