package io.bellhop.plugins.code.engine.sandbox.hostile;

import io.bellhop.plugins.code.engine.sandbox.Slot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The program that makes all attacks as an ordinary user, whose sandboxes are user namespaces of its own. */
final class OrdinaryUser {
    /** What stands before the name of an attack that was made by a forked Python. */
    static final String FORKED = "forked ";

    private static final int SLOTS = 3;

    private OrdinaryUser() {}

    public static void main(String[] arguments) throws Exception {
        if (isRoot()) {
            throw new IllegalStateException("this is root");
        }
        var slots = IntStream.range(0, SLOTS)
                .mapToObj(number -> new Slot(number, Optional.empty(), Optional.empty()))
                .toList();
        try (var siege = new Siege(slots);
                var forked = new ForkedSiege(new Slot(SLOTS, Optional.empty(), Optional.empty()))) {
            var outcomes = siege.begin();
            for (var attack : ForkedSiege.attacks()) {
                System.out.println(
                        line(FORKED + attack.name(), forked.problem(attack).orElse("holds")));
            }
            for (var outcome : outcomes.entrySet()) {
                System.out.println(
                        line(outcome.getKey().name(), outcome.getValue().get().orElse("holds")));
            }
        }
    }

    static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    private static String line(String name, String outcome) {
        return String.join("\t", List.of(name, outcome.replace('\n', ' ')));
    }
}
