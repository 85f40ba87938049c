package io.bellhop.plugins.code.engine.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * What is said between the bot and a sandbox's first process, {@code init.pl}: frames of a kind, a length and bytes.
 */
final class Wire {
    /** A step to be run. */
    static final char STEP = 's';
    /** The step that runs shall end. */
    static final char KILL = 'k';
    /** More input for the step that runs. */
    static final char INPUT = 'i';
    /** There will be no more input. */
    static final char NO_INPUT = 'c';
    /** Nothing but the sandbox's own is in it yet. It goes on, to a runtime that waits, once it hears the same. */
    static final char BARE = 'b';
    /** The sandbox is there and waits for a step. */
    static final char READY = 'r';
    /** The program can read all the input that there is so far, and its end is still to come. */
    static final char FED = 'w';
    /** A piece of standard output. */
    static final char OUT = 'o';
    /** A piece of standard error. */
    static final char ERR = 'e';
    /** A file: its mode, name and size. */
    static final char FILE = 'f';
    /** A piece of that file. */
    static final char DATA = 'd';
    /** How many files were left out; nothing if what was to be their folder is none. */
    static final char LEFT_OUT = 'n';
    /**
     * The step has ended: its status as {@code wait} has it, processor's time in microseconds, peak memory in bytes.
     */
    static final char END = 'x';
    /** The step has left something, so the sandbox is of no use to the next. */
    static final char SPENT = 'z';
    /** The step could not begin: why. */
    static final char FAULT = '!';

    private static final int MOST = 1 << 20;
    private static final int HEADER = 5;

    private Wire() {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Frame(char kind, byte[] bytes) {
        DataInputStream read() {
            return new DataInputStream(new java.io.ByteArrayInputStream(bytes));
        }

        String text() {
            return new String(bytes, UTF_8);
        }
    }

    static void send(OutputStream to, char kind, byte[] bytes) throws IOException {
        var frame = new ByteArrayOutputStream(HEADER + bytes.length);
        var data = new DataOutputStream(frame);
        data.writeByte(kind);
        data.writeInt(bytes.length);
        data.write(bytes);
        frame.writeTo(to);
        to.flush();
    }

    /** Reads the next frame, or nothing at the end of the stream. */
    static Optional<Frame> receive(InputStream from) throws IOException {
        var data = new DataInputStream(from);
        var kind = data.read();
        if (kind < 0) {
            return Optional.empty();
        }
        var size = data.readInt();
        if (size < 0 || size > MOST) {
            throw new IOException("a frame of " + size + " bytes");
        }
        var bytes = from.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException("the sandbox ended within a frame");
        }
        return Optional.of(new Frame((char) kind, bytes));
    }

    static byte[] bytes(Step step, boolean open) {
        return parts(
                list(step.command()),
                list(step.environment().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .toList()),
                Rlimits.of(step.allowance()),
                parts(step.files().stream().map(Wire::bytes).toArray(byte[][]::new)),
                step.stdin(),
                open ? new byte[1] : new byte[0],
                step.collect().map(Wire::bytes).orElse(new byte[0]));
    }

    private static byte[] bytes(SandboxFile file) {
        return written(to -> {
            to.writeShort(file.executable() ? 0755 : 0644);
            write(to, file.name().getBytes(UTF_8));
            write(to, file.content());
        });
    }

    private static byte[] bytes(Step.Collect collect) {
        return written(to -> {
            write(to, collect.folder().getBytes(UTF_8));
            to.writeInt(collect.mostFiles());
            to.writeInt(collect.mostBytes());
        });
    }

    private static byte[] list(java.util.List<String> texts) {
        return parts(texts.stream().map(text -> text.getBytes(UTF_8)).toArray(byte[][]::new));
    }

    private static byte[] parts(byte[]... all) {
        return written(to -> {
            for (var part : all) {
                write(to, part);
            }
        });
    }

    private static void write(DataOutputStream to, byte[] part) throws IOException {
        to.writeInt(part.length);
        to.write(part);
    }

    interface Writing {
        void to(DataOutputStream data) throws IOException;
    }

    static byte[] written(Writing writing) {
        var bytes = new ByteArrayOutputStream();
        try {
            writing.to(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e); // memory takes all
        }
        return bytes.toByteArray();
    }
}
