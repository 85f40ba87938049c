package io.bellhop.plugins.code.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.MessageId;
import io.bellhop.plugins.code.Outcomes;
import io.bellhop.plugins.code.engine.Stage;
import io.bellhop.plugins.code.engine.Verdict;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RunTest {
    private static final Verdict OK = new Verdict.Exited(0);

    @Test
    void addsUpTimesButKeepsTheMemoryOfTheProgramAlone() {
        var used = used(Outcomes.compiled(OK), Outcomes.ran(OK));

        assertThat(used.compiling()).isEqualTo(Duration.ofMillis(43));
        assertThat(used.running()).isEqualTo(Duration.ofMillis(2));
        assertThat(used.cpu()).isEqualTo(Duration.ofMillis(41));
        assertThat(used.memory()).isEqualTo(3 << 20);
    }

    @Test
    void keepsTheMemoryOfTheCompilerIfNothingRan() {
        assertThat(used(Outcomes.compiled(new Verdict.CompileError())).memory()).isEqualTo(20 << 20);
    }

    private static Run.Used used(Stage... stages) {
        var message = new MessageId(new ChannelId("test", "lobby"), "1");
        return Run.of(Instant.EPOCH, Outcomes.ran("", Outcomes.of(stages)), message)
                .usage();
    }
}
