package io.bellhop.plugins.irc.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
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
}
