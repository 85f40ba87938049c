package io.bellhop.plugins.code.engine;

import java.util.Map;
import java.util.Optional;

/** What the signals that end programs mean, in plain words. */
final class Signals {
    /** A shell gives a program that a signal ended the exit code 128 and the signal's number. */
    private static final int SHELL_BASE = 128;

    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("SIGSEGV", "crashed: invalid memory access"),
            Map.entry("SIGBUS", "crashed: access to memory that is not there"),
            Map.entry("SIGFPE", "crashed: impossible arithmetic, such as a division by zero"),
            Map.entry("SIGILL", "crashed: invalid instruction"),
            Map.entry("SIGTRAP", "crashed: stopped at a trap of its own"),
            Map.entry("SIGABRT", "gave up: it found something wrong with itself"),
            Map.entry("SIGSYS", "stopped: it asked the system for what is not allowed here"),
            Map.entry("SIGPIPE", "ended: it wrote to something that was closed"),
            Map.entry("SIGALRM", "ended by an alarm of its own"),
            Map.entry("SIGXFSZ", "stopped: it wrote a file that is too large"),
            Map.entry("SIGXCPU", "stopped: it took too much processor time"),
            Map.entry("SIGKILL", "killed"),
            Map.entry("SIGTERM", "ended: it was asked to"),
            Map.entry("SIGINT", "interrupted"),
            Map.entry("SIGHUP", "ended: its terminal went away"));

    private static final Map<Integer, String> NUMBERS = Map.ofEntries(
            Map.entry(1, "SIGHUP"),
            Map.entry(2, "SIGINT"),
            Map.entry(4, "SIGILL"),
            Map.entry(5, "SIGTRAP"),
            Map.entry(6, "SIGABRT"),
            Map.entry(7, "SIGBUS"),
            Map.entry(8, "SIGFPE"),
            Map.entry(9, "SIGKILL"),
            Map.entry(11, "SIGSEGV"),
            Map.entry(13, "SIGPIPE"),
            Map.entry(14, "SIGALRM"),
            Map.entry(15, "SIGTERM"),
            Map.entry(24, "SIGXCPU"),
            Map.entry(25, "SIGXFSZ"),
            Map.entry(31, "SIGSYS"));

    private Signals() {}

    /** Says what a signal did to a program. */
    static String words(String signal) {
        var meaning = MEANINGS.get(signal);
        return meaning == null ? "ended by " + signal : meaning + " (" + signal + ")";
    }

    /** Says what an exit code may mean that a shell gives in the place of a signal. */
    static Optional<String> behind(int exitCode) {
        return Optional.ofNullable(NUMBERS.get(exitCode - SHELL_BASE)).map(Signals::words);
    }
}
