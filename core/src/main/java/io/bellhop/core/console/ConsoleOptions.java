package io.bellhop.core.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * Where the console reads and writes.
 *
 * @param terminal true to talk to the process's terminal, which then takes the place of the three streams
 * @param in what people and scripts write, in UTF-8
 * @param out takes the chat and nothing else, in UTF-8
 * @param notes takes the console's own answers, such as those to {@code /help}
 * @param directory what the paths of {@code /attach} are relative to
 * @param home the bot's home, below which files and the history are kept
 */
public record ConsoleOptions(
        boolean terminal, InputStream in, OutputStream out, OutputStream notes, Path directory, Path home) {
    /**
     * Describes the console that this process was started from.
     *
     * @param home the bot's home
     * @return the options: a terminal if both input and output are one, else a pipe
     */
    public static ConsoleOptions ofProcess(Path home) {
        @SuppressWarnings("SystemConsoleNull") // JDK 25 returns null again where there is no terminal
        var terminal = System.console() != null && System.console().isTerminal();
        // not System.out, which replaces characters that its encoding lacks and hides that nobody reads any more
        var out = new FileOutputStream(FileDescriptor.out);
        return new ConsoleOptions(terminal, System.in, out, System.err, Path.of(""), home);
    }

    Path files() {
        return home.resolve("data", "files");
    }

    Path history() {
        return home.resolve("data", "console-history");
    }
}
