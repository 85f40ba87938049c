package io.bellhop.plugins.code.engine.sandbox.seccomp;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file in memory ({@code memfd_create(2)}), which stands in no folder: it goes with the bot, however that ends. Linux
 * only.
 */
final class MemoryFile implements AutoCloseable {
    private static final int CLOSED_IN_CHILDREN = 1;

    private final int descriptor;

    /**
     * Makes a file.
     *
     * @param name what it is called where open files are listed
     * @param content what is in it
     * @throws IOException if the kernel gives none
     */
    MemoryFile(String name, byte[] content) throws IOException {
        descriptor = Kernel.create(name);
        if (descriptor < 0) {
            throw new IOException("the kernel gives no file in memory");
        }
        Files.write(path(), content, StandardOpenOption.WRITE);
    }

    /** {@return where other processes of the same user can open it, as long as it is not closed} */
    Path path() throws IOException {
        return Path.of("/proc/self").toRealPath().resolve("fd").resolve(Integer.toString(descriptor));
    }

    @Override
    public void close() {
        Kernel.close(descriptor);
    }

    /** The two system calls. */
    private static final class Kernel {
        private static final MethodHandle create = bound("memfd_create", ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
        private static final MethodHandle close = bound("close", ValueLayout.JAVA_INT);

        static int create(String name) {
            try (var arena = Arena.ofConfined()) {
                return (int) create.invokeExact(arena.allocateFrom(name), CLOSED_IN_CHILDREN);
            } catch (Throwable e) {
                throw new IllegalStateException("memfd_create can't be called", e);
            }
        }

        static void close(int descriptor) {
            try {
                var _ = (int) close.invokeExact(descriptor);
            } catch (Throwable e) {
                throw new IllegalStateException("close can't be called", e);
            }
        }

        @SuppressWarnings("restricted") // the runnable JAR's manifest enables native access
        private static MethodHandle bound(String name, MemoryLayout... arguments) {
            var linker = Linker.nativeLinker();
            var symbol = linker.defaultLookup().findOrThrow(name);
            return linker.downcallHandle(symbol, FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments));
        }
    }
}
