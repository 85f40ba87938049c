package io.bellhop.plugins.code.engine.sandbox.host;

import io.bellhop.plugins.code.engine.sandbox.Slot;
import io.bellhop.plugins.code.engine.sandbox.cgroup.Cgroups;
import io.bellhop.plugins.code.engine.sandbox.cgroup.Group;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What sandboxes have for themselves: as root, each a user, so that none can touch another's processes. */
final class Slots implements AutoCloseable {
    /** Above what Debian gives to people, services and systemd's dynamic users, below what it gives to containers. */
    private static final int FIRST_USER = 68_000;

    /** In a container that has only the first 65,536. */
    private static final int FIRST_USER_OF_FEW = 62_000;

    private static final Path SELF = Path.of("/proc/self");

    private final Optional<Cgroups> cgroups;
    private final Optional<Integer> firstUser;

    /**
     * Makes slots.
     *
     * @param cgroups what makes their control groups, if the bot may
     */
    Slots(Optional<Cgroups> cgroups) throws IOException {
        this.cgroups = cgroups;
        this.firstUser = firstUser();
    }

    /**
     * Makes a slot.
     *
     * @param number which one, from 0
     * @return the slot
     * @throws UncheckedIOException if its control group can't be made
     */
    Slot slot(int number) {
        return new Slot(number, firstUser.map(first -> first + number), cgroups.map(groups -> group(groups, number)));
    }

    /** Says how the kernel limits them as a whole, if it does. */
    Optional<String> limits() {
        return cgroups.map(Cgroups::found);
    }

    /** Removes the control groups. */
    @Override
    public void close() {
        cgroups.ifPresent(Cgroups::close);
    }

    private static Group group(Cgroups cgroups, int number) {
        try {
            return cgroups.make(number);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
