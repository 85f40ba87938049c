package io.bellhop.plugins.code.engine.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Attachment;
import io.bellhop.plugins.code.engine.sandbox.SandboxFile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutFilesTest {
    @ParameterizedTest
    @CsvSource({
        "plot.png, plot.png",
        "deep/down/plot.png, deep-down-plot.png",
        "größe 1.txt, größe_1.txt",
        "../../etc/passwd, etc-passwd",
        ".bashrc, bashrc",
        "-rf, rf",
        "'a\u202Egnp.exe', a_gnp.exe",
        "'zero\u200Bwidth.txt', zero_width.txt",
        "'line\nbreak.txt', line_break.txt",
        "'@everyone `x` *b*.txt', everyone_x_b_.txt",
        "CON.txt, file-CON.txt",
        "..., file",
        "'\uFFFD\uFFFD', file",
    })
    void cleansNames(String given, String shown) {
        assertThat(names(given)).containsExactly(shown);
    }

    @Test
    void keepsTheEndingOfALongName() {
        assertThat(names("x".repeat(200) + ".png"))
                .singleElement()
                .satisfies(name -> assertThat(name).hasSize(60).endsWith("x.png"));
    }

    @Test
    void sortsByName() {
        assertThat(names("plot2.png", "a.csv", "plot1.png")).containsExactly("a.csv", "plot1.png", "plot2.png");
    }

    @Test
    void tellsNamesApartThatBecomeTheSame() {
        assertThat(names("a b.txt", "a?b.txt", "a*b.txt", "plain", "plain"))
                .containsExactly("a_b.txt", "a_b-2.txt", "a_b-3.txt", "plain", "plain-2");
    }

    private static List<String> names(String... given) {
        var files = Stream.of(given)
                .map(name -> new SandboxFile(name, new byte[0], false))
                .toList();
        return OutFiles.of(files).stream().map(Attachment::name).toList();
    }
}
