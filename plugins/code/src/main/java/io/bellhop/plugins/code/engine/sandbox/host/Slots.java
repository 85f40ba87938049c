package io.bellhop.plugins.code.engine.sandbox.host;

import io.bellhop.plugins.code.engine.sandbox.Slot;
import io.bellhop.plugins.code.engine.sandbox.cgroup.Cgroups;
import io.bellhop.plugins.code.engine.sandbox.cgroup.Group;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The slots that sandboxes take. */
final class Slots implements AutoCloseable {
    private final HostUsers users;
    private final Optional<Cgroups> cgroups;
    private final Deque<Slot> free = new ArrayDeque<>();

    private Slots(HostUsers users, Optional<Cgroups> cgroups) {
        this.users = users;
        this.cgroups = cgroups;
    }

    /**
     * Makes slots.
     *
     * @param count how many
     * @param users whom they run as
     * @param cgroups what makes their control groups, if the bot may
     * @return the slots
     * @throws IOException if a control group can't be made
     */
    public static Slots of(int count, HostUsers users, Optional<Cgroups> cgroups) throws IOException {
        var slots = new Slots(users, cgroups);
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
        return new Slot(number, users.of(number), group);
    }
}
