package io.bellhop.plugins.irc.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.error.BellhopException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class OutgoingTest {
    /** Takes all at once, and counts how often it is to tell the other side what has come. */
    private static final class OpenPipe implements Pipe {
        private final StringBuilder written = new StringBuilder();
        private int acknowledged;

        @Override
        public int read(ByteBuffer into, long millis) {
            return 0;
        }

        @Override
        public void tryWrite(ByteBuffer from) {
            write(from);
        }

        @Override
        public void write(ByteBuffer from) {
            written.append(StandardCharsets.UTF_8.decode(from));
        }

        @Override
        public void acknowledge() {
            acknowledged++;
        }

        @Override
        public void close() {}
    }

    private static final byte[] LINE = Encoding.line("PRIVMSG #ops :" + "x".repeat(400));

    private final OpenPipe pipe = new OpenPipe();
    private final Outgoing outgoing = new Outgoing("test", pipe, 0, Duration.ofSeconds(1), System::nanoTime);

    @Test
    void confirmsWhatTheServerHasTakenAndTellsItThatItsAnswerIsHere() throws Exception {
        var saying = new Saying("#ops", List.of(Encoding.line("PRIVMSG #ops :done")), true, () -> true);
        var sent = outgoing.say(saying, true).toCompletableFuture();
        assertThat(pipe.written.toString()).isEqualTo("PRIVMSG #ops :done\r\nPING taken-1\r\n");

        outgoing.answered("probe");
        assertThat(sent).isNotDone();
        assertThat(pipe.acknowledged).isZero();

        outgoing.answered("taken-1");
        assertThat(sent).isCompleted();
        assertThat(pipe.acknowledged).isEqualTo(1);
    }

    @Test
    void takesNoMoreThanAMebibyteButForWhatIsMoreByItself() {
        var slow = new Outgoing("test", pipe, 1, Duration.ofHours(1), System::nanoTime);
        var large = new Saying("#ops", Collections.nCopies(3000, LINE), false, () -> true);
        assertThat(slow.say(large, true).toCompletableFuture()).isNotDone();
        assertThat(code(slow.say(new Saying("#ops", List.of(LINE), false, () -> true), true)))
                .isEqualTo("irc.away");
    }

    @Test
    void tellsWhatNeverWentOutFromWhatMayHaveArrived() {
        var slow = new Outgoing("test", pipe, 1, Duration.ofHours(1), System::nanoTime);
        var written = slow.say(new Saying("#ops", List.of(LINE), true, () -> true), true);
        var waiting = slow.say(new Saying("#ops", List.of(LINE), true, () -> true), true);

        slow.close();
        slow.run();

        assertThat(code(written)).isEqualTo("irc.unreachable");
        assertThat(code(waiting)).isEqualTo("irc.away");
    }

    private static String code(CompletionStage<?> said) {
        var failed = said.toCompletableFuture();
        assertThat(failed).isCompletedExceptionally();
        return ((BellhopException) failed.exceptionNow()).code();
    }
}
