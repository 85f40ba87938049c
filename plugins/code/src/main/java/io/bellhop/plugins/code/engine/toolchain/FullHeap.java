package io.bellhop.plugins.code.engine.toolchain;

import io.bellhop.plugins.code.engine.Output;
import io.bellhop.plugins.code.engine.Stage;
import io.bellhop.plugins.code.engine.Verdict;
import java.util.regex.Pattern;

/**
 * Sees that a runtime ended its program because the heap was full that it was told to keep to. By its exit code or
 * signal alone that would be some failure of the program.
 */
final class FullHeap {
    /** What V8 and Java say then; Java says other things when it lacks threads or room for classes. */
    private static final Pattern SAID = Pattern.compile("FATAL ERROR: .*JavaScript heap out of memory"
            + "|java\\.lang\\.OutOfMemoryError(?:: Java heap space|: GC overhead limit exceeded| thrown from)");

    /** Of the heap, that a program must have had: anybody can write what a runtime says, and some stop short of it. */
    private static final int PART = 2;

    private FullHeap() {}

    /**
     * Looks at how a program ended.
     *
     * @param stage the stage in which it ran
     * @param heap the bytes of the heap that its runtime was told to keep to
     * @return the stage, with another verdict if that is why it ended
     */
    static Stage seen(Stage stage, long heap) {
        boolean failed = stage.verdict() instanceof Verdict.Signalled
                || (stage.verdict() instanceof Verdict.Exited(var code) && code != 0);
        boolean isLarge = stage.usage().peakMemory() >= heap / PART;
        return failed
                        && isLarge
                        && SAID.matcher(stage.output().of(Output.Stream.ERR)).find()
                ? new Stage(stage.kind(), new Verdict.HeapLimit(heap), stage.output(), stage.usage())
                : stage;
    }
}
