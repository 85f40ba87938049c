package io.bellhop.plugins.code.engine.embedded;

import static run.endive.wasm.types.ValType.I32;
import static run.endive.wasm.types.ValType.I64;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import run.endive.runtime.HostFunction;
import run.endive.runtime.ImportFunction;
import run.endive.runtime.Memory;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.ValType;

/**
 * The part of WASI preview 1 that QuickJS imports, on a system that has a clock, random bytes and nothing else: no
 * files, no environment, no input. What the engine writes as it breaks is kept for the log. See the <a
 * href="https://github.com/WebAssembly/WASI/blob/main/legacy/preview1/docs.md">specification</a>.
 */
final class Wasi {
    private static final String MODULE = "wasi_snapshot_preview1";
    private static final long SUCCESS = 0;
    private static final long BAD_DESCRIPTOR = 8;
    private static final long NOT_SEEKABLE = 70;
    private static final int LONGEST_DIAGNOSTICS = 1 << 14;
    private static final long NANOS = 1_000_000_000;

    private final Memory memory;
    private final RandomGenerator random = new SplittableRandom();
    private final ByteArrayOutputStream diagnostics = new ByteArrayOutputStream();

    Wasi(Memory memory) {
        this.memory = memory;
    }

    /** {@return what the module imports} */
    List<ImportFunction> functions() {
        return List.of(
                function("random_get", a -> random((int) a[0], (int) a[1]), I32, I32),
                function("clock_time_get", a -> time((int) a[0], (int) a[2]), I32, I64, I32),
                function("environ_sizes_get", a -> zero((int) a[0], (int) a[1]), I32, I32),
                function("environ_get", _ -> SUCCESS, I32, I32),
                function("fd_close", _ -> BAD_DESCRIPTOR, I32),
                function("fd_fdstat_get", _ -> BAD_DESCRIPTOR, I32, I32),
                function("fd_prestat_get", _ -> BAD_DESCRIPTOR, I32, I32),
                function("fd_prestat_dir_name", _ -> BAD_DESCRIPTOR, I32, I32, I32),
                function("fd_read", _ -> BAD_DESCRIPTOR, I32, I32, I32, I32),
                function("fd_seek", _ -> NOT_SEEKABLE, I32, I64, I32, I32),
                function("fd_write", a -> write((int) a[1], (int) a[2], (int) a[3]), I32, I32, I32, I32),
                new HostFunction(MODULE, "proc_exit", FunctionType.of(List.of(I32), List.of()), (_, a) -> {
                    throw new IllegalStateException("QuickJS exits with " + a[0]);
                }));
    }

    /** {@return what the engine said as it broke} */
    String diagnostics() {
        return diagnostics.toString(StandardCharsets.UTF_8);
    }

    private long random(int target, int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        memory.write(target, bytes);
        return SUCCESS;
    }

    private long time(int clock, int target) {
        var now = Instant.now();
        var isWallClock = clock == 0;
        memory.writeLong(target, isWallClock ? now.getEpochSecond() * NANOS + now.getNano() : System.nanoTime());
        return SUCCESS;
    }

    private long zero(int first, int second) {
        memory.writeI32(first, 0);
        memory.writeI32(second, 0);
        return SUCCESS;
    }

    private long write(int slices, int count, int written) {
        var total = 0;
        for (var slice = slices; slice < slices + count * 2 * Integer.BYTES; slice += 2 * Integer.BYTES) {
            var length = memory.readInt(slice + Integer.BYTES);
            var kept = Math.min(length, LONGEST_DIAGNOSTICS - diagnostics.size());
            diagnostics.writeBytes(memory.readBytes(memory.readInt(slice), kept));
            total += length;
        }
        memory.writeI32(written, total);
        return SUCCESS;
    }

    private static HostFunction function(String name, Call call, ValType... parameters) {
        var type = FunctionType.of(List.of(parameters), List.of(I32));
        return new HostFunction(MODULE, name, type, (_, operands) -> new long[] {call.answer(operands)});
    }

    @FunctionalInterface
    private interface Call {
        long answer(long... operands);
    }
}
