package io.bellhop.plugins.code.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The signals that end programs: what Linux calls them, and what they mean in plain words. */
public final class Signals {
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

    /** What Linux calls the signals that it numbers, on x86 and ARM. */
    private static final List<String> NAMES = List.of(
            "",
            "SIGHUP",
            "SIGINT",
            "SIGQUIT",
            "SIGILL",
            "SIGTRAP",
            "SIGABRT",
            "SIGBUS",
            "SIGFPE",
            "SIGKILL",
            "SIGUSR1",
            "SIGSEGV",
            "SIGUSR2",
            "SIGPIPE",
            "SIGALRM",
            "SIGTERM",
            "SIGSTKFLT",
            "SIGCHLD",
            "SIGCONT",
            "SIGSTOP",
            "SIGTSTP",
            "SIGTTIN",
            "SIGTTOU",
            "SIGURG",
            "SIGXCPU",
            "SIGXFSZ",
            "SIGVTALRM",
            "SIGPROF",
            "SIGWINCH",
            "SIGIO",
            "SIGPWR",
            "SIGSYS");

    /** The first of those that have no purpose of their own; the C library keeps two before it for itself. */
    private static final int REAL_TIME = 34;

    private static final int LAST = 64;

    private Signals() {}

    /**
     * Returns what Linux calls a signal.
     *
     * @param number its number
     * @return such as {@code SIGKILL}
     */
    public static String name(int number) {
        if (number > 0 && number < NAMES.size()) {
            return NAMES.get(number);
        }
        if (number < REAL_TIME || number > LAST) {
            return "signal " + number;
        }
        return number == REAL_TIME ? "SIGRTMIN" : "SIGRTMIN+" + (number - REAL_TIME);
    }

    /** Says what a signal did to a program. */
    static String words(String signal) {
        var meaning = MEANINGS.get(signal);
        return meaning == null ? "ended by " + signal : meaning + " (" + signal + ")";
    }

    /** Says what an exit code may mean that a shell gives in the place of a signal. */
    static Optional<String> behind(int exitCode) {
        return Optional.of(name(exitCode - SHELL_BASE))
                .filter(MEANINGS::containsKey)
                .map(Signals::words);
    }
}
