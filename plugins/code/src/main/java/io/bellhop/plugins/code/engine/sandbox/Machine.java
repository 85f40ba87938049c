package io.bellhop.plugins.code.engine.sandbox;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What differs between the processors that the sandbox knows: numbers of system calls, and a structure's layout. */
public enum Machine {
    /** x86-64. */
    X86_64("amd64", "x86_64", "LQ", 157, 302, 61, 434, 436, 291, 233, 281, 228, 14),
    /** 64-bit ARM. */
    ARM64("aarch64", "aarch64", "Lx4Q", 167, 261, 260, 434, 436, 20, 21, 22, 113, 135);

    private final String name;
    private final String architecture;

    @SuppressWarnings("ImmutableEnumChecker") // made by toList
    private final List<String> arguments;

    /**
     * Takes the numbers of prctl, prlimit64, wait4, pidfd_open, close_range, epoll_create1, epoll_ctl, epoll_pwait,
     * clock_gettime, rt_sigprocmask.
     */
    Machine(String name, String architecture, String event, Integer... numbers) {
        this.name = name;
        this.architecture = architecture;
        this.arguments = Stream.concat(Stream.of(event), Stream.of(numbers).map(Object::toString))
                .toList();
    }

    /**
     * Returns this machine.
     *
     * @return the machine, or empty if the sandbox doesn't know such a one
     */
    public static Optional<Machine> here() {
        var name = System.getProperty("os.arch");
        return Arrays.stream(values())
                .filter(machine -> machine.name.equals(name))
                .findFirst();
    }

    /** Returns what the kernel calls it. */
    String architecture() {
        return architecture;
    }

    /** Returns what the sandbox's first process is told of it. */
    List<String> arguments() {
        return arguments;
    }
}
