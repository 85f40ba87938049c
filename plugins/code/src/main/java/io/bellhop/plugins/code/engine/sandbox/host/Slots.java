package io.bellhop.plugins.code.engine.sandbox.host;

import io.bellhop.plugins.code.engine.sandbox.Slot;
import io.bellhop.plugins.code.engine.sandbox.cgroup.Cgroups;
import io.bellhop.plugins.code.engine.sandbox.cgroup.Group;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The slots that sandboxes take: as root, each with a user of its own, so that none can touch another's processes. */
final class Slots implements AutoCloseable {
    /** Above what Debian gives to people, services and systemd's dynamic users, below what it gives to containers. */
    private static final int FIRST_USER = 68_000;

    /** In a container that has only the first 65,536. */
    private static final int FIRST_USER_OF_FEW = 62_000;

    private static final Path SELF = Path.of("/proc/self");

    private final Optional<Cgroups> cgroups;
    private final Optional<Integer> firstUser;
    private final Deque<Slot> free = new ArrayDeque<>();

    private Slots(Optional<Cgroups> cgroups) throws IOException {
        this.cgroups = cgroups;
        this.firstUser = firstUser();
    }

    /**
     * Makes slots.
     *
     * @param count how many
     * @param cgroups what makes their control groups, if the bot may
     * @return the slots
     * @throws IOException if a control group can't be made
     */
    public static Slots of(int count, Optional<Cgroups> cgroups) throws IOException {
        var slots = new Slots(cgroups);
        for (var number = 0; number < count; number++) {
            slots.free.add(slots.make(number));
        }
        return slots;
    }

    /**
     * Takes a slot. There must be one.
     *
     * @return a slot that nobody else has
     */
    public synchronized Slot take() {
        return free.remove();
    }

    /**
     * Takes several. There must be so many.
     *
     * @param count how many
     * @return slots that nobody else has
     */
    public synchronized List<Slot> take(int count) {
        return Stream.generate(this::take).limit(count).toList();
    }

    /**
     * Gives a slot back. Nothing must run in it any more.
     *
     * @param slot which one
     */
    public synchronized void give(Slot slot) {
        free.add(slot);
    }

    /** Removes the control groups. */
    @Override
    public void close() {
        cgroups.ifPresent(Cgroups::close);
    }

    private Slot make(int number) throws IOException {
        var group = cgroups.isPresent() ? Optional.of(cgroups.get().make(number)) : Optional.<Group>empty();
        return new Slot(number, firstUser.map(first -> first + number), group);
    }

    private static Optional<Integer> firstUser() throws IOException {
        if (!Files.getAttribute(SELF, "unix:uid").equals(0)) {
            return Optional.empty();
        }
        return Optional.of(knowsUser(FIRST_USER) ? FIRST_USER : FIRST_USER_OF_FEW);
    }

    private static boolean knowsUser(int user) throws IOException {
        return Files.readAllLines(SELF.resolve("uid_map")).stream()
                .map(line -> line.strip().split("\\s+"))
                .anyMatch(range ->
                        user >= Long.parseLong(range[0]) && user < Long.parseLong(range[0]) + Long.parseLong(range[2]));
    }
}
