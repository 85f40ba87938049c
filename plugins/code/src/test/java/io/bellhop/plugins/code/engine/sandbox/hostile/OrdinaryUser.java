package io.bellhop.plugins.code.engine.sandbox.hostile;

import io.bellhop.plugins.code.engine.sandbox.Slot;
import io.bellhop.plugins.code.engine.sandbox.bubblewrap.HostUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The program that makes all attacks as an ordinary user, whose sandboxes are user namespaces of its own, or run as
 * subordinate users if the number of the first one is its argument.
 */
final class OrdinaryUser {
    /** What stands before the name of an attack that was made by a forked Python. */
    static final String FORKED = "forked ";

    /** What stands before the numbers of those users of the host that sandboxes ran as. */
    static final String USERS = "users";

    /** What stands before what became of an attempt to read a file of the bot's as the user of a sandbox. */
    static final String SECRET = "secret";

    private static final int SLOTS = 3;

    private OrdinaryUser() {}

    public static void main(String[] arguments) throws Exception {
        if (isRoot()) {
            throw new IllegalStateException("this is root");
        }
        var slots = IntStream.rangeClosed(0, SLOTS)
                .mapToObj(number -> new Slot(number, user(arguments, number), Optional.empty()))
                .toList();
        try (var siege = new Siege(slots.subList(0, SLOTS));
                var forked = new ForkedSiege(slots.getLast())) {
            var outcomes = siege.begin();
            for (var attack : ForkedSiege.attacks()) {
                System.out.println(
                        line(FORKED + attack.name(), forked.problem(attack).orElse("holds")));
            }
            System.out.println(line(USERS, users()));
            System.out.println(line(SECRET, secret(slots.getFirst().user())));
            for (var outcome : outcomes.entrySet()) {
                System.out.println(
                        line(outcome.getKey().name(), outcome.getValue().get().orElse("holds")));
            }
        }
    }

    static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    private static Optional<HostUser> user(String[] arguments, int number) {
        return arguments.length == 0
                ? Optional.empty()
                : Optional.of(new HostUser(Integer.parseInt(arguments[0]), true).after(number));
    }

    private static String secret(Optional<HostUser> user) throws IOException, InterruptedException {
        var file = Files.createTempFile("secret", ""); // for its owner alone
        try {
            var command = new ArrayList<>(user.map(HostUser::stepDown).orElse(List.of()));
            command.addAll(List.of("cat", file.toString()));
            return new ProcessBuilder(command).start().waitFor() == 0 ? "read" : "not to be read";
        } finally {
            Files.delete(file);
        }
    }

    /** Returns the users of all processes that this one has started, and those have. */
    private static String users() {
        return ProcessHandle.current()
                .descendants()
                .flatMap(process -> user(Path.of("/proc", Long.toString(process.pid()), "status")).stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static Optional<String> user(Path status) {
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("Uid:"))
                    .map(line -> line.split("\t", 3)[1])
                    .findFirst();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty(); // it has ended
        }
    }

    private static String line(String name, String outcome) {
        return String.join("\t", List.of(name, outcome.replace('\n', ' ')));
    }
}
