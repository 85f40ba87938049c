package io.bellhop.plugins.code.engine.sandbox.selftest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bellhop.plugins.code.engine.sandbox.SandboxFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The scripts that attack, in the language of the sandbox that they attack.
 *
 * @param isPython whether that is Python, of which a file is run; else it is Perl
 * @param attack tries layer after layer, and prints how each fared
 * @param deaf ignores all signals, and never ends
 * @param greedy takes more and more memory
 * @param foreign becomes the program {@code foreign} beside it
 */
record Arms(boolean isPython, String attack, String deaf, String greedy, String foreign) {
    static final Arms PERL = new Arms(
            false,
            resource("attack.pl"),
            "$SIG{$_} = 'IGNORE' for qw(TERM INT HUP ALRM); fork; sleep 1 while 1",
            "my @held; push @held, 'x' x 1_000_000 while 1",
            "exec './foreign'");

    static final Arms PYTHON = new Arms(
            true,
            resource("attack.py"),
            "import os, signal, time\nfor number in 1, 2, 14, 15: signal.signal(number, signal.SIG_IGN)\n"
                    + "os.fork()\nwhile True: time.sleep(1)",
            "held = []\nwhile True: held.append(b'x' * 1_000_000)",
            "import os\nos.execv('./foreign', ['foreign'])");

    private static final String FILE = "main.py";

    /** Returns what runs a script. */
    List<String> command(String script, List<String> words) {
        var interpreter = isPython ? Stream.of("python3", FILE) : Stream.of("/usr/bin/perl", "-e", script);
        return Stream.concat(interpreter, words.stream()).toList();
    }

    /** Returns what has to lie in the sandbox for that. */
    List<SandboxFile> files(String script) {
        return isPython ? List.of(new SandboxFile(FILE, script.getBytes(UTF_8), false)) : List.of();
    }

    private static String resource(String name) {
        try (var resource = Arms.class.getResourceAsStream(name)) {
            return new String(Optional.ofNullable(resource).orElseThrow().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
