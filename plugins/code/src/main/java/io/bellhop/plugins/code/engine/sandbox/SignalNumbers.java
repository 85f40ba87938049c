package io.bellhop.plugins.code.engine.sandbox;

import java.util.List;

/** What Linux calls the signals that it numbers, on x86 and ARM. */
final class SignalNumbers {
    static final int CPU_EXCEEDED = 24;

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

    private SignalNumbers() {}

    static String name(int number) {
        return number > 0 && number < NAMES.size() ? NAMES.get(number) : "signal " + number;
    }
}
