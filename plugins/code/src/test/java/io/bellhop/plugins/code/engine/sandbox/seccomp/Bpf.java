package io.bellhop.plugins.code.engine.sandbox.seccomp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Runs a filter as the kernel does, so that the one for another processor can be tried here too. */
final class Bpf {
    static final int ALLOW = 0x7fff0000;
    static final int REFUSE = 0x00050000;
    static final int KILL = 0x80000000;

    private static final int INSTRUCTION = 8;

    private final ByteBuffer program;

    Bpf(byte[] program) {
        this.program = ByteBuffer.wrap(program).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Returns what the kernel does when a program of this architecture makes this call. */
    int verdict(int architecture, int call, long... arguments) {
        var data = ByteBuffer.allocate(64)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(call)
                .putInt(architecture)
                .putLong(0);
        for (var argument : arguments) {
            data.putLong(argument);
        }
        return run(data);
    }

    private int run(ByteBuffer data) {
        var accumulator = 0;
        for (var at = 0; ; at++) {
            var code = program.getShort(at * INSTRUCTION);
            var value = program.getInt(at * INSTRUCTION + 4);
            switch (code) {
                case 0x20 -> accumulator = data.getInt(value);
                case 0x54 -> accumulator &= value;
                case 0x05 -> at += value;
                case 0x15 -> at += jump(at, accumulator == value);
                case 0x25 -> at += jump(at, Integer.compareUnsigned(accumulator, value) > 0);
                case 0x35 -> at += jump(at, Integer.compareUnsigned(accumulator, value) >= 0);
                case 0x06 -> {
                    return value;
                }
                default -> throw new IllegalStateException("unknown instruction " + code);
            }
        }
    }

    private int jump(int at, boolean holds) {
        return program.get(at * INSTRUCTION + (holds ? 2 : 3)) & 0xff;
    }
}
