package io.bellhop.plugins.code.engine.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.plugins.code.engine.Stage;
import io.bellhop.plugins.code.engine.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs leave to be taken out, and what is put in, by hostile names and kinds. */
@NeedsSandbox
class FilesTest {
    private static final int MOST_FILES = 5;
    private static final int MOST_BYTES = 1 << 20;

    private final Boxes boxes;

    FilesTest() throws IOException {
        boxes = new Boxes();
    }

    @AfterEach
    void close() throws IOException {
        boxes.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mkdir out; truncate -s 60M out/sparse",
                "mkdir out; head -c 2000000 /dev/zero > out/large",
                "ln -s /etc out",
                "ln -s /proc/self out",
                "mkdir out; ln -s / out/host; ln -s /etc/passwd out/users; ln /proc/1/environ out/hard || true",
                "mkdir out; mkfifo out/pipe; python3 -c 'import socket; socket.socket(1).bind(\"out/socket\")'",
                "mkdir out; echo secret > out/closed; chmod 0 out/closed",
                "echo no folder > out",
                "true",
            })
    void takesNothingThatIsNoFileOrTooMuch(String script) throws Exception {
        var ran = run(script);

        assertThat(ran.stage().verdict()).isEqualTo(new Verdict.Exited(0));
        assertThat(ran.files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ln -s /etc out", "ln -s nowhere out", "echo no folder > out"})
    void saysThatSomethingElseStandsInPlaceOfTheFolder(String script) throws Exception {
        assertThat(run(script).leftOut()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mkdir -p out/shut; echo x > out/shut/file; chmod 0 out/shut",
                "mkdir -p out; echo x > out/file; chmod 0 out",
                "mkdir out; echo x > out/file; chmod 0 out/file",
            })
    void countsWhatCanNotBeRead(String script) throws Exception {
        var ran = run(script);

        assertThat(ran.files()).isEmpty();
        assertThat(ran.leftOut()).hasValue(1);
    }

    @Test
    void takesOneBigFileOnceHoweverManyLinksToItThereAre() throws Exception {
        var ran = run("mkdir out; head -c 600000 /dev/zero > out/big; cd out;"
                + " for n in $(seq 100); do ln -s big link$n; done; for n in $(seq 100); do ln big hard$n; done");

        assertThat(ran.files()).hasSize(1);
        assertThat(ran.leftOut()).hasValue(200);
    }

    @Test
    void takesNoMoreFilesThanItMay() throws Exception {
        var ran = run("mkdir out; cd out; for n in $(seq 50 -1 1); do echo $n > $n; done");

        assertThat(ran.files()).extracting(SandboxFile::name).containsExactly("1", "10", "11", "12", "13");
        assertThat(ran.leftOut()).hasValue(50 - MOST_FILES);
    }

    @Test
    void survivesFoldersThatAreTooManyAndTooDeep() throws Exception {
        var deep = run("mkdir out; cd out; for n in $(seq 300); do mkdir d && cd d; done; echo x > file");
        var many = run("mkdir out; cd out; seq 3000 | xargs mkdir");

        assertThat(deep.stage().verdict()).isEqualTo(new Verdict.Exited(0));
        assertThat(deep.files()).isEmpty();
        assertThat(many.stage().verdict()).isEqualTo(new Verdict.Exited(0));
    }

    @Test
    void givesNamesThatAreNoTextAsText() throws Exception {
        var ran = run("mkdir out; echo x > \"out/$(printf 'a\\377b\\033\\012c')\"");

        assertThat(ran.files())
                .singleElement()
                .satisfies(file -> assertThat(file.name()).isEqualTo("a\uFFFDb\033\nc"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../escaped", "/escaped", "/etc/passwd", "../../usr/bin/env", "a/../../escaped", "-n", "", "a/"})
    void putsNothingOutsideOfItsFolders(String name) throws Exception {
        var file = new SandboxFile(name, "escaped".getBytes(UTF_8), true);

        var ran = boxes.run(step("ls / /usr/bin /etc | grep -c escaped; cat /etc/passwd | grep -c escaped", file));

        assertThat(ran.stage().output().merged()).isEqualTo("0\n0\n");
    }

    private Ran run(String script) throws IOException, InterruptedException {
        return boxes.run(step(script));
    }

    private static Step step(String script, SandboxFile... files) {
        return new Step(
                Stage.Kind.RUN,
                List.of("sh", "-c", script),
                Boxes.ENVIRONMENT,
                List.of(files),
                new byte[0],
                Boxes.AMPLE,
                Optional.of(new Step.Collect("out", MOST_FILES, MOST_BYTES)));
    }
}
