package io.bellhop.plugins.code.engine.sandbox;

import java.util.List;
import java.util.Optional;

/** What differs between the processors that the sandbox knows: numbers of system calls, and a structure's layout. */
enum Machine {
    X86_64("amd64", "LQ", 157, 302, 61, 434, 436, 291, 233, 281),
    ARM64("aarch64", "Lx4Q", 167, 261, 260, 434, 436, 20, 21, 22);

    private final String name;
    private final List<String> arguments;

    /** Takes the numbers of prctl, prlimit64, wait4, pidfd_open, close_range, epoll_create1, epoll_ctl, epoll_pwait. */
    Machine(String name, String event, Integer... numbers) {
        this.name = name;
        this.arguments = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(event),
                        java.util.stream.Stream.of(numbers).map(Object::toString))
                .toList();
    }

    /** Returns this machine, if the sandbox knows it. */
    static Optional<Machine> here() {
        var name = System.getProperty("os.arch");
        return java.util.Arrays.stream(values())
                .filter(machine -> machine.name.equals(name))
                .findFirst();
    }

    /** Returns what the sandbox's first process is told of this machine. */
    static List<String> arguments() {
        return here().orElseThrow().arguments;
    }
}
