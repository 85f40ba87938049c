package io.bellhop.plugins.code.engine.sandbox.cgroup;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files of one group in one hierarchy.
 *
 * @param folder the group
 */
record Knobs(Path folder) {
    private static final int TRIES = 50;
    private static final int PAUSE_MILLIS = 20;

    /** Makes the group, unless it is there. */
    static Knobs make(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder);
        }
        return new Knobs(folder);
    }

    boolean has(String name) {
        return Files.exists(folder.resolve(name));
    }

    /** Writes in one go, as the kernel wants it, and creates nothing. */
    void set(String name, Object value) throws IOException {
        Files.write(folder.resolve(name), value.toString().getBytes(US_ASCII), WRITE, TRUNCATE_EXISTING);
    }

    /** Returns a file's only number, or 0 if it has none. */
    long number(String name) {
        return parsed(text(name).strip());
    }

    /** Returns the number after a word at the beginning of a line, or 0 if there is none. */
    long number(String name, String word) {
        return text(name)
                .lines()
                .filter(line -> line.startsWith(word + " "))
                .mapToLong(line -> parsed(line.substring(word.length() + 1)))
                .findFirst()
                .orElse(0);
    }

    /** Ends all processes of the group, and removes it. */
    void clear() throws IOException {
        text("cgroup.procs")
                .lines()
                .flatMap(number -> ProcessHandle.of(parsed(number)).stream())
                .forEach(ProcessHandle::destroyForcibly);
        remove();
    }

    /** Removes the group, whose last processes may take a moment to leave. */
    void remove() throws IOException {
        for (var attempt = 1; Files.exists(folder); attempt++) {
            try {
                Files.delete(folder);
            } catch (IOException e) {
                if (attempt == TRIES || !pause()) {
                    throw e;
                }
            }
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String text(String name) {
        try (var stream = new FileInputStream(folder.resolve(name).toFile())) {
            return new String(stream.readAllBytes(), US_ASCII);
        } catch (IOException e) {
            return ""; // this kernel doesn't tell
        }
    }

    private static long parsed(String number) {
        return number.matches("\\d{1,19}") ? Long.parseLong(number) : 0;
    }
}
