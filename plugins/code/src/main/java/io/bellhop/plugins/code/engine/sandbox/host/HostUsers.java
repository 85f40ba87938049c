package io.bellhop.plugins.code.engine.sandbox.host;

import io.bellhop.plugins.code.engine.Words;
import io.bellhop.plugins.code.engine.sandbox.HostProgram;
import io.bellhop.plugins.code.engine.sandbox.bubblewrap.Bubblewrap;
import io.bellhop.plugins.code.engine.sandbox.bubblewrap.HostUser;
import io.bellhop.plugins.code.engine.sandbox.bubblewrap.View;
import io.bellhop.plugins.code.engine.sandbox.selftest.Layer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The users that sandboxes run as: each one of its own, so that none can touch another's processes, nor the bot's
 * files, where the bot is root or its user has subordinate ones; else the bot's own.
 *
 * @param first the first one, which those of the others come after; empty where they have none
 * @param layer what an owner is told about them
 */
record HostUsers(Optional<HostUser> first, Layer layer) {
    /** Above what Debian gives to people, services and systemd's dynamic users, below what it gives to containers. */
    private static final int FIRST = 68_000;

    /** In a container or a user namespace that has only the first 65,536. */
    private static final int FIRST_OF_FEW = 62_000;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Path SELF = Path.of("/proc/self");
    private static final Path NEWUIDMAP = Path.of("/usr/bin/newuidmap");

    /**
     * Finds out which users there are for sandboxes.
     *
     * @param count for how many sandboxes
     * @param view what these see of the file system
     * @return the users
     * @throws IOException if the kernel does not tell
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    static HostUsers find(int count, View view) throws IOException, InterruptedException {
        if (Files.getAttribute(SELF, "unix:uid").equals(0)) {
            return own(new HostUser(knows(FIRST) ? FIRST : FIRST_OF_FEW, false));
        }
        return subordinate(count, view);
    }

    /** Finds out which there are where the bot is not root. */
    static HostUsers subordinate(int count, View view) throws IOException, InterruptedException {
        var shut = view.shut();
        if (shut.isPresent()) {
            return theBots("only that can reach " + shut.get(), "Let all pass its folders (chmod o+x), or leave it so");
        }
        if (!Files.isExecutable(NEWUIDMAP)) {
            return theBots(NEWUIDMAP + " is missing", "Run: apt install uidmap");
        }
        if (Files.readString(SELF.resolve("status")).contains("NoNewPrivs:\t1")) {
            return theBots("it may gain no privileges, and " + NEWUIDMAP + " needs some", "You can leave it so");
        }
        var first = new HostUser(FIRST_OF_FEW, true);
        return refusal(new Bubblewrap(view).trial(first.after(count - 1)))
                .map(why -> theBots("no subordinate one could be used (" + why + ")", withRanges()))
                .orElseGet(() -> own(first));
    }

    /** Makes the users of a bot whose sandboxes have none of their own. */
    static HostUsers theBots(String why, String remedy) {
        var seen = "sandboxes run as the bot's own user, since " + why;
        return new HostUsers(Optional.empty(), new Layer("users", Layer.State.WEAKER, seen, remedy));
    }

    private static HostUsers own(HostUser first) {
        var seen = "each sandbox has " + (first.isSubordinate() ? "a subordinate user" : "a user") + " of its own";
        return new HostUsers(Optional.of(first), new Layer("users", Layer.State.HOLDS, seen, ""));
    }

    /**
     * Returns a sandbox's user.
     *
     * @param number the number of its slot
     * @return the user, or empty if it has none of its own
     */
    Optional<HostUser> of(int number) {
        return first.map(user -> user.after(number));
    }

    private static String withRanges() {
        return "Run: usermod --add-subuids 700000-765535 --add-subgids 700000-765535 " + System.getProperty("user.name")
                + ", with numbers that nobody else has in /etc/subuid and /etc/subgid";
    }

    /** Returns what those who should make a sandbox say against it, on one line; empty if it can be made. */
    private static Optional<String> refusal(List<String> trial) throws InterruptedException {
        try {
            var ended = HostProgram.run(trial, HostUser.ENVIRONMENT, PATIENCE);
            return ended.isEmpty()
                    ? Optional.of("that was not known after " + Words.of(PATIENCE))
                    : ended.filter(end -> end.exitCode() != 0)
                            .map(end -> end.said().strip().replaceAll("\\s+", " "));
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static boolean knows(int user) throws IOException {
        return Files.readAllLines(SELF.resolve("uid_map")).stream()
                .map(line -> line.strip().split("\\s+"))
                .anyMatch(range ->
                        user >= Long.parseLong(range[0]) && user < Long.parseLong(range[0]) + Long.parseLong(range[2]));
    }
}
