package io.bellhop.plugins.code.engine.toolchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bellhop.api.chat.Attachment;
import io.bellhop.plugins.code.engine.Job;
import io.bellhop.plugins.code.engine.Limits;
import io.bellhop.plugins.code.engine.Outcome;
import io.bellhop.plugins.code.engine.Output.Stream;
import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.Stage;
import io.bellhop.plugins.code.engine.Verdict;
import io.bellhop.plugins.code.engine.sandbox.Asked;
import io.bellhop.plugins.code.engine.sandbox.NeedsSandbox;
import io.bellhop.plugins.code.language.Installed;
import io.bellhop.plugins.code.language.LanguageBook;
import io.bellhop.plugins.code.language.LanguageSpec;
import io.bellhop.plugins.code.language.VersionNotes;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each language, for real. What is not installed is passed over, but not where the continuous integration runs. */
@NeedsSandbox
class ToolchainTest {
    @SuppressWarnings("UnusedVariable") // by its name
    private static final List<Sample> SAMPLES = Sample.all();

    @SuppressWarnings("UnusedVariable") // by its name
    private static final List<Sample> READERS = with(Sample::echo);

    @SuppressWarnings("UnusedVariable") // by its name
    private static final List<Sample> TAKERS = with(Sample::args);

    @SuppressWarnings("UnusedVariable") // by its name
    private static final List<Sample> COMPILED = with(Sample::broken);

    @SuppressWarnings("UnusedVariable") // by its name
    private static final List<Sample> COMPLETED = with(Sample::fragment);

    private static final Duration LONG = Duration.ofSeconds(50);
    private static final Limits AMPLE = new Limits(LONG, LONG, LONG, 64 << 20, 64 << 10);

    private static Benches benches;
    private static Installed installed = Installed.NOTHING;

    @BeforeAll
    static void look() throws Exception {
        benches = new Benches();
        installed = Installed.of(LanguageBook.of(Map.of()).languages(), VersionNotes.NONE);
    }

    @AfterAll
    static void close() throws IOException {
        benches.close();
    }

    @ParameterizedTest
    @FieldSource("READERS")
    void readsAndWrites(Sample sample) throws Exception {
        assertPrints(sample, sample.echo(), "read HELLO\n");
    }

    @ParameterizedTest
    @FieldSource("READERS")
    void asksForWhatItWaitsFor(Sample sample) throws Exception {
        var last = run(sample, sample.echo().orElseThrow(), "", new Asked("hello\n"))
                .last();

        assertThat(last.output().of(Stream.OUT)).isEqualTo("read HELLO\n");
        assertThat(last.verdict()).isEqualTo(new Verdict.Exited(0));
    }

    @ParameterizedTest
    @FieldSource("TAKERS")
    void givesEachArgumentAsItIs(Sample sample) throws Exception {
        assertPrints(sample, sample.args(), "[a b]\n[{file}]\n");
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void tellsTheExitCode(Sample sample) throws Exception {
        var last = run(sample, sample.exit()).last();

        assertThat(last.verdict()).isEqualTo(new Verdict.Exited(3));
        assertThat(last.output().of(Stream.ERR)).isEqualTo("oops\n");
        assertThat(last.output().of(Stream.OUT)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("COMPILED")
    void showsWhatTheCompilerSays(Sample sample) throws Exception {
        var stages = run(sample, sample.broken().orElseThrow()).stages();

        assertThat(stages).singleElement().satisfies(stage -> {
            assertThat(stage.kind()).isEqualTo(Stage.Kind.COMPILE);
            assertThat(stage.verdict()).isEqualTo(new Verdict.CompileError());
            assertThat(stage.output().merged()).contains("oops");
        });
    }

    @ParameterizedTest
    @FieldSource("COMPLETED")
    void completesAFragment(Sample sample) throws Exception {
        assertPrints(sample, sample.fragment(), "42\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            c      | six.c    | int six(void) { return 6; }         | #include <stdio.h>~int six(void); int main(void) { printf("%d\\n", 7 * six()); }
            cpp    | six.cc   | int six() { return 6; }             | #include <cstdio>~int six(); int main() { printf("%d\\n", 7 * six()); }
            go     | six.go   | package main~func six() int { return 6 } | package main~import "fmt"~func main() { fmt.Println(7 * six()) }
            ocaml  | six.ml   | let six = 6                         | print_endline (string_of_int (7 * Six.six))
            rust   | six.rs   | pub fn six() -> i32 { 6 }           | mod six;~fn main() { println!("{}", 7 * six::six()); }
            rust   | six.rs   | pub fn six() -> i32 { 6 }           | use six::six;~mod six;~println!("{}", 7 * six());
            c      | six.h    | int six = 6;                        | #include "six.h"~printf("%d\\n", 7 * six);
            java   | Six.java | class Six { static int six() { return 6; } } | class Main { public static void main(String[] a) { System.out.println(7 * Six.six()); } }
            """)
    void compilesAProgramOfSeveralFiles(String language, String name, String other, String main) throws Exception {
        var beside = List.of(Attachment.of(name, other.replace('~', '\n')), Attachment.of("data.txt", "no program"));
        var job = new Job(spec(language).language("any"), main.replace('~', '\n'), beside, List.of(), "", AMPLE);
        try (var sandbox = benches.open()) {
            var last = toolchain(language).run(job, sandbox, Progress.UNHEARD).last();

            assertThat(last.output().merged()).isEqualTo("42\n");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            java | package org.acme;~public class Tool { public static void main(String[] a) { System.out.println(42); } }
            java | import java.util.List; import java.util.Set;~IO.println(List.of(Set.of(42)).getFirst().iterator().next());
            go   | fmt.Println(rand.Intn(1) + 42)
            go   | import (~"fmt"~"os"~)~fmt.Println(len(os.Args) + 41)
            go   | import "crypto/rand"~b := make([]byte, 42)~n, _ := rand.Read(b)~fmt.Println(n)
            go   | // just in time. OK~if s := "the package is in io.EOF"; len(s) > 0 { fmt.Println(42) }
            c    | // main() is not needed~puts("42");
            c    | if (strlen("main(") == 5) puts("42");
            rust | // fn main() comment~println!("42");
            rust | if "fn main()".len() == 9 { println!("42"); }
            typescript | import { readFileSync as read } from "fs"~const text: string = await read("main.ts", "utf8");~console.log(text.length > 9 ? 42 : 0)
            typescript | import {~  sep, // the separator~  join,~} from 'path';~const p = await import("path");~console.log(join("4", "2").replace(sep, "") + (p.sep === sep ? "" : "!"))
            typescript | // await~enum E { A = 42 }~export async function f() { await null; console.log(E.A); }~f()
            typescript | const fs = require("fs"); for (const one of [1]) {~  console.log(fs.existsSync("main.ts") ? await 42 : 0);~}
            typescript | /* await */ namespace N { export const n = 42 }~console.log(N.n)
            php  | $tag = "<?php"; echo strlen($tag) + 37, "\\n";
            java | // class Bar { static void main(~class Baz { public static void main(String[] a) { IO.println(42); } }
            """)
    void runsWhatPeoplePaste(String language, String program) throws Exception {
        var job = new Job(spec(language).language("any"), program.replace('~', '\n'), List.of(), List.of(), "", AMPLE);
        try (var sandbox = benches.open()) {
            var last = toolchain(language).run(job, sandbox, Progress.UNHEARD).last();

            assertThat(last.output().merged()).isEqualTo("42\n");
        }
    }

    @Test
    void showsNoLineOfTheBoilerplateInTheNameOfTheFragments() throws Exception {
        var job = new Job(spec("cpp").language("any"), "int x;\noops;", List.of(), List.of(), "", AMPLE);
        try (var sandbox = benches.open()) {
            var last = toolchain("cpp").run(job, sandbox, Progress.UNHEARD).last();

            assertThat(last.output().merged())
                    .contains("fragment.cpp:2:1: error:")
                    .doesNotContain("#include");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            c   | ~~#include <oops.h>         | fragment.c:3:
            cpp | int n;~  #include <oops.h>  | fragment.cpp:2:
            go  | ~import (~"fmt"~"oops"~)    | main.go:4:
            go  | fmt := 1~fmt.X()            | added.go:1:
            java | // it~~import oops.It;~It.x(); | Main.java:3:
            rust | ~mod six;~~mod oops;~six();    | main.rs:4:
            typescript | ~import fs from "fs";~fs.x(await 1, oops) | main.ts(3,15):
            """)
    void namesTheLineOfWhatItHoists(String language, String program, String line) throws Exception {
        var job = new Job(spec(language).language("any"), program.replace('~', '\n'), List.of(), List.of(), "", AMPLE);
        try (var sandbox = benches.open()) {
            var last = toolchain(language).run(job, sandbox, Progress.UNHEARD).last();

            assertThat(last.output().merged()).contains(line);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "await 0;", "import fs from 'fs'; await 0;"})
    void namesTheLineOfTheProgramThatFails(String before) throws Exception {
        var program =
                before + "\ninterface Named { name: string }\n\nfunction f(x: any): Named {\n  return x.y.z;\n}\nf(1);";
        var job = new Job(spec("typescript").language("any"), program, List.of(), List.of(), "", AMPLE);
        try (var sandbox = benches.open()) {
            var last =
                    toolchain("typescript").run(job, sandbox, Progress.UNHEARD).last();

            assertThat(last.verdict()).isEqualTo(new Verdict.Exited(1));
            assertThat(last.output().of(Stream.ERR))
                    .contains("main.ts:5\n  return x.y.z;", "main.ts:5:14", "main.ts:7:1");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            node       | 64 | const kept = []; for (;;) kept.push(new Array(1e5).fill(1.5));
            typescript | 64 | const kept: number[][] = []; for (;;) kept.push(new Array(1e5).fill(1.5));
            java       | 96 | var kept = new java.util.ArrayList<byte[]>(); for (;;) kept.add(new byte[1 << 20]);
            """)
    void saysThatTheHeapOfTheRuntimeWasFull(String language, int mebibytes, String program) throws Exception {
        var job = new Job(spec(language).language("any"), program, List.of(), List.of(), "", AMPLE);
        try (var sandbox = benches.open()) {
            var last = toolchain(language).run(job, sandbox, Progress.UNHEARD).last();

            assertThat(last.verdict()).isEqualTo(new Verdict.HeapLimit((long) mebibytes << 20));
        }
    }

    @Test
    void doesNotBelieveAProgramThatSaysSoItself() throws Exception {
        var program = "System.err.println(\"java.lang.OutOfMemoryError: Java heap space\"); System.exit(1);";
        var job = new Job(spec("java").language("any"), program, List.of(), List.of(), "", AMPLE);
        try (var sandbox = benches.open()) {
            var last = toolchain("java").run(job, sandbox, Progress.UNHEARD).last();

            assertThat(last.verdict()).isEqualTo(new Verdict.Exited(1));
        }
    }

    private static Toolchain toolchain(String language) {
        return new Toolchain(spec(language), "any", new CompileCache(64 << 20));
    }

    private static List<Sample> with(Function<Sample, Optional<String>> program) {
        return Sample.all().stream()
                .filter(sample -> program.apply(sample).isPresent())
                .toList();
    }

    private void assertPrints(Sample sample, Optional<String> program, String printed) throws Exception {
        var outcome = run(sample, program.orElseThrow());

        assertThat(outcome.last().output().of(Stream.ERR)).isEmpty();
        assertThat(outcome.last().output().of(Stream.OUT)).isEqualTo(printed);
        assertThat(outcome.last().verdict()).isEqualTo(new Verdict.Exited(0));
        assertThat(outcome.last().kind()).isEqualTo(Stage.Kind.RUN);
    }

    private Outcome run(Sample sample, String program) throws IOException, InterruptedException {
        return run(sample, program, "hello\n", Progress.UNHEARD);
    }

    private Outcome run(Sample sample, String program, String stdin, Progress progress)
            throws IOException, InterruptedException {
        var spec = spec(sample.language());
        var job = new Job(spec.language("any"), program, List.of(), List.of("a b", "{file}"), stdin, AMPLE);
        try (var sandbox = benches.open()) {
            return toolchain(sample.language()).run(job, sandbox, progress);
        }
    }

    private static LanguageSpec spec(String name) {
        var found = installed.versions().keySet().stream()
                .filter(language -> language.name().equals(name))
                .findFirst();
        assumeTrue(found.isPresent() || System.getenv("CI") != null, name + " is not installed");
        return found.orElseThrow();
    }
}
