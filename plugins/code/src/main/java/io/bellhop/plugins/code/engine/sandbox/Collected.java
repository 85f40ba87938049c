package io.bellhop.plugins.code.engine.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Puts together the files that come out of a sandbox in pieces. */
final class Collected {
    private static final int ANY_EXECUTE = 0111;

    private final List<Open> files = new ArrayList<>();
    private volatile OptionalInt leftOut = OptionalInt.of(0);

    private record Open(String name, boolean executable, ByteArrayOutputStream content) {}

    void take(Wire.Frame frame) throws IOException {
        var data = frame.read();
        switch (frame.kind()) {
            case Wire.FILE -> {
                var mode = data.readShort();
                var name = new String(data.readNBytes(data.readInt()), java.nio.charset.StandardCharsets.UTF_8);
                files.add(new Open(name, (mode & ANY_EXECUTE) != 0, new ByteArrayOutputStream()));
            }
            case Wire.DATA -> files.getLast().content().write(frame.bytes());
            default -> leftOut = frame.bytes().length == 0 ? OptionalInt.empty() : OptionalInt.of(data.readInt());
        }
    }

    List<SandboxFile> files() {
        return files.stream()
                .map(file -> new SandboxFile(file.name(), file.content().toByteArray(), file.executable()))
                .toList();
    }

    OptionalInt leftOut() {
        return leftOut;
    }
}
