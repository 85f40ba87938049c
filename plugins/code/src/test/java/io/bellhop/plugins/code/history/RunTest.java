package io.bellhop.plugins.code.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.MessageId;
import io.bellhop.plugins.code.Outcomes;
import io.bellhop.plugins.code.engine.Job;
import io.bellhop.plugins.code.engine.Language;
import io.bellhop.plugins.code.engine.Stage;
import io.bellhop.plugins.code.engine.Verdict;
import io.bellhop.plugins.code.engine.choice.Ran;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunTest {
    private static final Verdict OK = new Verdict.Exited(0);
    private static final MessageId MESSAGE = new MessageId(new ChannelId("test", "lobby"), "1");

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

    @Test
    void keepsTheLimitsThatHeldAndNotThoseThatWereAskedFor() {
        var java = new Language("java", List.of(), "25", "Main.java", "java", 192 << 20);
        var asked = Outcomes.job("");
        var job = new Job(java, asked.source(), List.of(), List.of(), "", asked.limits());
        var run = Run.of(Instant.EPOCH, new Ran("java", "sandbox", job, Outcomes.of(Outcomes.ran(OK))), MESSAGE);

        assertThat(run.receipt().orElseThrow().limits())
                .isEqualTo(asked.limits().withMemory(192 << 20));
    }

    private static Run.Used used(Stage... stages) {
        return Run.of(Instant.EPOCH, Outcomes.ran("", Outcomes.of(stages)), MESSAGE)
                .usage();
    }
}
