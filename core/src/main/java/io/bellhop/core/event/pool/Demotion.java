package io.bellhop.core.event.pool;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a thread that ignores its interrupt into Linux's idle class ({@code sched(7)}, {@code SCHED_IDLE}), where it
 * runs only when nobody else wants to. Needs no privilege. Elsewhere it does nothing.
 */
final class Demotion {
    private static final Logger log = LoggerFactory.getLogger(Demotion.class);
    private static final Path SELF = Path.of("/proc/thread-self");
    private static final int SCHED_IDLE = 5;
    private static final ConcurrentHashMap<Thread, Integer> kernelIds = new ConcurrentHashMap<>();

    private Demotion() {}

    /** Remembers the kernel's number of the calling thread, which others can't ask for. */
    static void enrol() {
        try {
            var link = Files.readSymbolicLink(SELF).getFileName().toString();
            kernelIds.put(Thread.currentThread(), Integer.valueOf(link));
        } catch (IOException | UnsupportedOperationException e) {
            log.debug("no kernel thread ids on this system: threads are not demoted", e);
        }
    }

    /** Forgets the calling thread, which is about to end. */
    static void withdraw() {
        kernelIds.remove(Thread.currentThread());
    }

    /** Demotes a thread that has enrolled; tells whether it now runs in the idle class. */
    static boolean demote(Thread thread) {
        var id = kernelIds.get(thread);
        if (id == null || !Kernel.setIdle(id)) {
            return false;
        }
        log.warn("thread {} ignored its interrupt and now runs only when the machine is idle", thread.getName());
        return true;
    }

    /** The one system call, bound only when it is first needed. */
    private static final class Kernel {
        private static final MethodHandle setScheduler = bind();

        static boolean setIdle(int id) {
            try (var arena = Arena.ofConfined()) {
                var priority = arena.allocateFrom(ValueLayout.JAVA_INT, 0);
                return (int) setScheduler.invokeExact(id, SCHED_IDLE, priority) == 0;
            } catch (Throwable e) {
                throw new IllegalStateException("sched_setscheduler can't be called", e);
            }
        }

        @SuppressWarnings("restricted") // the runnable JAR's manifest enables native access
        private static MethodHandle bind() {
            var linker = Linker.nativeLinker();
            var symbol = linker.defaultLookup().findOrThrow("sched_setscheduler");
            return linker.downcallHandle(
                    symbol,
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
        }
    }
}
