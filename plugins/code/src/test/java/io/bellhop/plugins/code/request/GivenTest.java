package io.bellhop.plugins.code.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.command.CodeBlock;
import io.bellhop.plugins.code.service.Program;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivenTest {
    private static final CodeBlock CODE = new CodeBlock("", "1");
    private static final CodeBlock PY = new CodeBlock("py", "1");

    @Test
    void takesTheLanguageFromTheFirstWordOrTheFence() {
        assertThat(given(List.of("js", "a"), PY).program()).isEqualTo(program("js", "", "a"));
        assertThat(given(List.of("a", "b"), PY).program()).isEqualTo(program("py", "", "a", "b"));
        assertThat(given(List.of(), PY).program()).isEqualTo(program("py", ""));
        assertThat(given(List.of("cobol"), CODE).program()).isEqualTo(program("cobol", ""));
    }

    @Test
    void takesTheLanguageFromAFileNameAfterTheFence() {
        assertThat(given(List.of(), new CodeBlock("main.py", "1")).program()).isEqualTo(program("py", ""));
    }

    @Test
    void takesAnUnnamedBlockForInputAndNamedOnesForFiles() throws IOException {
        var given = given(List.of(), List.of(), PY, new CodeBlock("data.csv", "a,b"), new CodeBlock("", "in"));

        assertThat(given.program()).as("lines, each with an end").isEqualTo(program("py", "in\n"));
        assertThat(given.files())
                .singleElement()
                .satisfies(file -> assertThat(file.name()).isEqualTo("data.csv"));
        assertThat(text(given.files().getFirst())).isEqualTo("a,b\n");
    }

    @Test
    void asksWhichOfTwoUnnamedBlocksIsInput() {
        assertThatThrownBy(() -> given(List.of(), List.of(), PY, CODE, CODE))
                .hasMessageStartingWith("Which of these shall it read?");
    }

    @Test
    void takesAFileForInputIfItIsNamedSo() {
        var given = given(List.of(), List.of(Attachment.of("stdin.txt", "in"), Attachment.of("x.txt", "x")), PY);

        assertThat(given.program().stdin()).isEqualTo("in");
        assertThat(given.files()).extracting(Attachment::name).containsExactly("x.txt");
    }

    @Test
    void takesABlockWithoutALanguageForTheInputOfAFileThatHasOne() {
        var given = given(List.of("a"), List.of(Attachment.of("x.py", "1"), Attachment.of("y.txt", "y")), CODE);

        assertThat(given.program()).isEqualTo(new Program("py", "1", List.of("a"), "1\n"));
        assertThat(given.files()).extracting(Attachment::name).containsExactly("y.txt");
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, passwd",
        "C:\\x\\y.txt, y.txt",
        "-rf, _rf",
        "...hidden, _hidden",
        "a b\u202eü.txt, a_b_ü.txt",
        "gro\u0308ße.csv, größe.csv",
        "数据.csv, 数据.csv",
        "/, _"
    })
    void givesFilesNamesThatAreSafeAnywhere(String sent, String name) {
        assertThat(named(sent)).isEqualTo(name);
    }

    @Test
    void keepsOfALongNameTheEndingAndWholeLetters() {
        assertThat(named("x".repeat(100) + ".csv")).isEqualTo("x".repeat(76) + ".csv");
        assertThat(named("x" + "𝒳".repeat(60))).isEqualTo("x" + "𝒳".repeat(39));
        assertThat(named("x." + "y".repeat(100))).hasSize(80);
    }

    private static String named(String sent) {
        return given(List.of(), List.of(Attachment.of(sent, "x")), PY)
                .files()
                .getFirst()
                .name();
    }

    @Test
    void boundsFilesInNumberAndSizeWhateverTheyDeclare() {
        var many = IntStream.range(0, 21)
                .mapToObj(i -> Attachment.of("f" + i, "x"))
                .toList();
        var big = List.of(Attachment.of("a", new byte[600 << 10]), Attachment.of("b", new byte[600 << 10]));
        var same = List.of(Attachment.of("a/x", "1"), Attachment.of("b/x", "2"));

        assertThatThrownBy(() -> given(List.of(), many, PY))
                .hasMessage("Beside a program lie at most 20 files of 1 MiB together.");
        assertThatThrownBy(() -> given(List.of(), big, PY)).hasMessageContaining("1 MiB together");
        assertThatThrownBy(() -> given(List.of(), same, PY)).hasMessage("Two files are named x. Rename one.");
    }

    @Test
    void refusesInputThatIsNoText() {
        var binary = List.of(Attachment.of("stdin", new byte[] {(byte) 0xc3}));

        assertThatThrownBy(() -> given(List.of(), binary, PY)).hasMessage("The file stdin is no text in UTF-8.");
    }

    private static Given given(List<String> words, CodeBlock code) {
        return given(words, List.of(), code);
    }

    private static Given given(List<String> words, List<Attachment> sent, CodeBlock code, CodeBlock... more) {
        return Given.of(words, code, List.of(more), sent, Set.of("js", "py")::contains);
    }

    private static Program program(String language, String stdin, String... args) {
        return new Program(language, "1", List.of(args), stdin);
    }

    private static String text(Attachment file) throws IOException {
        try (var content = file.open()) {
            return new String(content.readAllBytes(), UTF_8);
        }
    }
}
