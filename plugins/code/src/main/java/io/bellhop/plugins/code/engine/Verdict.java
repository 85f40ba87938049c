package io.bellhop.plugins.code.engine;

import java.time.Duration;
import java.util.Optional;

/** How a stage ended: the truth, as narrow as the engine can tell. */
public sealed interface Verdict {
    /**
     * It ended by itself.
     *
     * @param code the exit code, 0 for success
     */
    record Exited(int code) implements Verdict {}

    /**
     * A signal that none of its limits sent ended it.
     *
     * @param signal the signal's name, such as {@code SIGSEGV}
     */
    record Signalled(String signal) implements Verdict {}

    /** The program is not valid in its language; the stage's output says where. */
    record CompileError() implements Verdict {}

    /**
     * It was stopped since it took too long.
     *
     * @param limit the time that it had
     */
    record TimeLimit(Duration limit) implements Verdict {}

    /**
     * It was stopped since it took too much of the processor's time.
     *
     * @param limit the processor's time that it had
     */
    record CpuLimit(Duration limit) implements Verdict {}

    /**
     * It was stopped since it asked for too much memory.
     *
     * @param limit the bytes that it had
     * @param killed the name of the process that was killed for it, if the engine can tell
     */
    record MemoryLimit(long limit, Optional<String> killed) implements Verdict {
        /**
         * Makes the verdict of an engine that can't tell what was killed.
         *
         * @param limit the bytes that it had
         */
        public MemoryLimit(long limit) {
            this(limit, Optional.empty());
        }
    }

    /**
     * The runtime of its language ended it, since the heap was full that it had been told to keep to.
     *
     * @param limit the bytes of that heap, a part of the memory that it had
     */
    record HeapLimit(long limit) implements Verdict {}

    /**
     * It was stopped since it wrote too much.
     *
     * @param limit the bytes that it could write, or {@link #UNKNOWN}
     */
    record OutputLimit(int limit) implements Verdict {
        /** The limit of an engine that does not tell how much that was. */
        public static final int UNKNOWN = 0;
    }

    /**
     * The engine failed, which says nothing about the program.
     *
     * @param reason what happened, for the user
     */
    record EngineFailure(String reason) implements Verdict {}
}
