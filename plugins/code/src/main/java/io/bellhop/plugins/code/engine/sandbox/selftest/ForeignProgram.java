package io.bellhop.plugins.code.engine.sandbox.selftest;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The smallest program for x86-64 that makes a system call as 32-bit programs do: {@code exit(0)} by {@code int 0x80}.
 */
final class ForeignProgram {
    private static final long BASE = 0x400000;
    private static final int HEADERS = 64 + 56;
    private static final int READ_AND_EXECUTE = 5;
    private static final byte[] CODE = {
        0x31,
        (byte) 0xdb, // xor ebx, ebx
        (byte) 0xb8,
        1,
        0,
        0,
        0, // mov eax, 1
        (byte) 0xcd,
        (byte) 0x80, // int 0x80
        (byte) 0xeb,
        (byte) 0xfe, // jmp to itself
    };

    private ForeignProgram() {}

    static byte[] elf() {
        int size = HEADERS + CODE.length;
        return ByteBuffer.allocate(size)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0})
                .putShort((short) 2) // an executable
                .putShort((short) 62) // for x86-64
                .putInt(1)
                .putLong(BASE + HEADERS) // where it begins
                .putLong(64) // where the program header is
                .putLong(0)
                .putInt(0)
                .putShort((short) 64)
                .putShort((short) 56)
                .putShort((short) 1)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(1) // to be loaded
                .putInt(READ_AND_EXECUTE)
                .putLong(0)
                .putLong(BASE)
                .putLong(BASE)
                .putLong(size)
                .putLong(size)
                .putLong(0x1000)
                .put(CODE)
                .array();
    }
}
