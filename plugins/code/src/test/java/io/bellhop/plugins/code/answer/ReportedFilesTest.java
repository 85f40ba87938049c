package io.bellhop.plugins.code.answer;

import static io.bellhop.plugins.code.Outcomes.compiled;
import static io.bellhop.plugins.code.Outcomes.err;
import static io.bellhop.plugins.code.Outcomes.out;
import static io.bellhop.plugins.code.Outcomes.ran;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.plain.PlainText;
import io.bellhop.api.chat.plain.Style;
import io.bellhop.plugins.code.Outcomes;
import io.bellhop.plugins.code.engine.Outcome;
import io.bellhop.plugins.code.engine.Verdict;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a report has with it of what a program left in its folder. */
class ReportedFilesTest {
    private static final Verdict OK = new Verdict.Exited(0);

    @Test
    void uploadsTheFilesOfAProgramAsFarAsAMessageBearsThem() {
        var files = IntStream.range(0, 11)
                .mapToObj(i -> Attachment.of("plot" + i + ".png", new byte[10]))
                .toList();

        var reply = leaving(files, 0);

        assertThat(reply.attachments()).hasSize(9);
        assertThat(plain(reply))
                .endsWith("\nLeft out of out/: plot9.png, plot10.png. At most 9 files of 8 MiB together are sent,"
                        + " and only regular ones that can be read.");
        assertThat(plain(leaving(files, 3)))
                .as("where not all have names")
                .contains("\nLeft out of out/: 5 files or folders. At most");
    }

    @Test
    void saysHowManyFilesTheEngineLeftOut() {
        assertThat(plain(leaving(List.of(), 1))).contains("3.0 MiB\nLeft out of out/: 1 file or folder. At most 9");
        assertThat(plain(leaving(List.of(Attachment.of("a", "x")), 2)))
                .contains("\nLeft out of out/: 2 files or folders. At most");
        assertThat(plain(leaving(List.of(Attachment.of("a", "x")), 0))).doesNotContain("Left out");
    }

    @Test
    void saysThatWhatIsInThePlaceOfTheFolderIsNone() {
        assertThat(plain(leaving(List.of(), OptionalInt.empty())))
                .endsWith("3.0 MiB\nNothing is sent of out, since it is no folder.");
    }

    @Test
    void uploadsNoMoreThanAMessageHolds() {
        var files = List.of(
                Attachment.of("a.bin", new byte[6 << 20]),
                Attachment.of("b.bin", new byte[6 << 20]),
                Attachment.of("c.bin", new byte[1 << 20]));

        var reply = leaving(files, 0);

        assertThat(reply.attachments()).extracting(Attachment::name).containsExactly("a.bin", "c.bin");
    }

    /** A message takes ten. */
    @Test
    void leavesPlacesForTheWholeOutputAndAllThatTheCompilerSaid() {
        var files = IntStream.range(0, 9)
                .mapToObj(i -> Attachment.of("plot" + i + ".png", new byte[10]))
                .toList();
        var stages = List.of(compiled(OK, err("warning\n".repeat(100))), ran(OK, out("x\n".repeat(1000))));

        var reply = Report.of(Outcomes.ran("", new Outcome(stages, files, OptionalInt.of(0))), "ref")
                .content();

        assertThat(reply.attachments())
                .hasSize(10)
                .extracting(Attachment::name)
                .startsWith("output.txt", "compiler.txt", "plot0.png");
        assertThat(plain(reply)).contains("Left out of out/: plot8.png. At most 8 files");
    }

    private static Content leaving(List<Attachment> files, int leftOut) {
        return leaving(files, OptionalInt.of(leftOut));
    }

    private static Content leaving(List<Attachment> files, OptionalInt leftOut) {
        var outcome = new Outcome(List.of(ran(OK, out("42\n"))), files, leftOut);
        return Report.of(Outcomes.ran("", outcome), "ref").content();
    }

    private static String plain(Content content) {
        return new PlainText(Style.PLAIN).of(content.text());
    }
}
