package io.bellhop.plugins.code.engine.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.plugins.code.Outcomes;
import io.bellhop.plugins.code.engine.Output.Chunk;
import io.bellhop.plugins.code.engine.Usage;
import io.bellhop.plugins.code.engine.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FullHeapTest {
    private static final int HEAP = 64 << 20;
    private static final Verdict FAILED = new Verdict.Exited(1);
    private static final Chunk OUT_OF_MEMORY =
            Outcomes.err("Exception in thread \"main\" java.lang.OutOfMemoryError: Java heap space\n");

    @Test
    void changesTheVerdictOfWhoEndedForWantOfHeap() {
        assertThat(verdict(FAILED, OUT_OF_MEMORY)).isEqualTo(new Verdict.HeapLimit(HEAP));
    }

    @Test
    void leavesTheVerdictOfWhoLackedSomethingElseOrGotOverIt() {
        var threads = Outcomes.err("java.lang.OutOfMemoryError: unable to create native thread\n");
        var limit = new Verdict.MemoryLimit(2 * HEAP);

        assertThat(verdict(FAILED, threads)).isEqualTo(FAILED);
        assertThat(verdict(new Verdict.Exited(0), OUT_OF_MEMORY)).isEqualTo(new Verdict.Exited(0));
        assertThat(verdict(limit, OUT_OF_MEMORY)).isEqualTo(limit);
        assertThat(verdict(FAILED, Outcomes.out("java.lang.OutOfMemoryError: Java heap space")))
                .isEqualTo(FAILED);
    }

    @Test
    void doesNotBelieveWhoHadFarLess() {
        assertThat(verdict(FAILED, HEAP / 3, OUT_OF_MEMORY)).isEqualTo(FAILED);
    }

    private static Verdict verdict(Verdict verdict, Chunk chunk) {
        return verdict(verdict, HEAP, chunk);
    }

    private static Verdict verdict(Verdict verdict, long memory, Chunk chunk) {
        var usage = new Usage(Duration.ZERO, Duration.ZERO, memory);
        return FullHeap.seen(Outcomes.ran(verdict, usage, chunk), HEAP).verdict();
    }
}
