package io.bellhop.plugins.code.engine.sandbox.cgroup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes control groups below the one that the bot itself is in, if it may. Safe for use from any thread. */
public final class Cgroups implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Cgroups.class);
    private static final String PREFIX = "bellhop-";
    private static final Pattern OWNER = Pattern.compile(PREFIX + "(\\d{1,9})-.*");
    private static final String BOT = "bellhop-bot";
    private static final String SELF = Long.toString(ProcessHandle.current().pid());

    /** Above what each process is limited to, so that the program, not its sandbox, is refused the last one. */
    private static final int MOST_PROCESSES = 300;

    private final Maker maker;
    private final String found;
    private final List<Group> groups = new ArrayList<>();

    private interface Maker {
        Group make(String name) throws IOException;
    }

    private Cgroups(Maker maker, String found) {
        this.maker = maker;
        this.found = found;
    }

    /**
     * Finds out whether groups can be made here, by making one.
     *
     * @return what makes them, or empty if that is not possible
     */
    public static Optional<Cgroups> find() {
        try {
            return find(Hierarchies.ofThisProcess());
        } catch (IOException e) {
            return Optional.empty(); // no Linux, or no /proc
        }
    }

    static Optional<Cgroups> find(Hierarchies here) {
        return first(here).filter(Cgroups::works).or(() -> second(here).filter(Cgroups::works));
    }

    /**
     * Returns what was found.
     *
     * @return such as {@code cgroup v1}
     */
    public String found() {
        return found;
    }

    /**
     * Makes a group.
     *
     * @param slot whose it is; at most one for each
     * @return the group
     * @throws IOException if it can't be made
     */
    public synchronized Group make(int slot) throws IOException {
        var group = maker.make(PREFIX + ProcessHandle.current().pid() + "-" + slot);
        groups.add(group);
        return group;
    }

    /** Removes all groups that were made. */
    @Override
    public synchronized void close() {
        for (var group : groups) {
            try {
                group.remove();
            } catch (IOException e) {
                LOG.warn("the control group {} can't be removed", group.name(), e);
            }
        }
        groups.clear();
    }

    /**
     * Ends and removes what a bot left that was killed: a sandbox that it was about to make waits for ever to be told
     * to go on.
     */
    private static void sweep(Path parent) {
        try (var left = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (var folder : left) {
                var owner = OWNER.matcher(folder.getFileName().toString());
                if (owner.matches()
                        && ProcessHandle.of(Long.parseLong(owner.group(1))).isEmpty()) {
                    new Knobs(folder).clear();
                }
            }
        } catch (IOException e) {
            LOG.debug("control groups of an earlier run stay in {}", parent, e);
        }
    }

    private static Optional<Cgroups> first(Hierarchies here) {
        var memory = here.first().get("memory");
        var pids = here.first().get("pids");
        var cpu = here.first().get("cpuacct");
        if (memory == null || pids == null || cpu == null) {
            return Optional.empty();
        }
        List.of(memory, pids, cpu).forEach(Cgroups::sweep);
        return Optional.of(new Cgroups(
                name -> new FirstGroup(memory.resolve(name), pids.resolve(name), cpu.resolve(name), MOST_PROCESSES),
                "cgroup v1"));
    }

    private static Optional<Cgroups> second(Hierarchies here) {
        return here.second()
                .map(Cgroups::home)
                .filter(Cgroups::prepared)
                .map(folder -> new Cgroups(name -> new SecondGroup(folder.resolve(name), MOST_PROCESSES), "cgroup v2"));
    }

    /** A bot that has loaded this plugin before is in a group of its own already: others are made beside that. */
    private static Path home(Path folder) {
        return folder.endsWith(BOT) ? Optional.ofNullable(folder.getParent()).orElse(folder) : folder;
    }

    /**
     * A group of version 2 that has groups below it must not have processes: the bot moves into one of its own, with
     * what has started it, such as a script or a container's init, unless that is somebody's whole log-in. With
     * anything else there, none can be made.
     */
    private static boolean prepared(Path folder) {
        try {
            var own = new Knobs(folder);
            var inside = Files.readAllLines(folder.resolve("cgroup.procs"));
            var movable = folder.toString().endsWith(".scope") ? List.of(SELF) : botAndItsStarters();
            if (!inside.isEmpty() && movable.containsAll(inside)) {
                move(inside, Knobs.make(folder.resolve(BOT)));
            }
            own.set("cgroup.subtree_control", "+memory +pids"); // the time is counted in any case
            sweep(folder);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void move(List<String> processes, Knobs group) throws IOException {
        for (var process : processes) {
            try {
                group.set("cgroup.procs", process);
            } catch (IOException e) {
                if (process.equals(SELF)) {
                    throw e;
                }
                LOG.debug("process {} stays in its group, or has ended", process, e); // what it hinders will fail
            }
        }
    }

    private static List<String> botAndItsStarters() {
        return Stream.iterate(
                        Optional.of(ProcessHandle.current()),
                        Optional::isPresent,
                        process -> process.flatMap(ProcessHandle::parent))
                .flatMap(Optional::stream)
                .map(process -> Long.toString(process.pid()))
                .toList();
    }

    private static boolean works(Cgroups cgroups) {
        try {
            var group = cgroups.make(-1);
            group.limitMemory(1 << 26);
            cgroups.close();
            return true;
        } catch (IOException e) {
            LOG.debug("no control groups: {} can't be used", cgroups.found, e);
            cgroups.close();
            return false;
        }
    }
}
