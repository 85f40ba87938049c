package io.bellhop.core.bench;

import io.bellhop.core.bench.PaperConnector.Shown;
import io.bellhop.core.journal.JournalFile;
import io.bellhop.core.storage.CoreDatabase;
import io.bellhop.core.storage.Databases;
import io.bellhop.core.storage.StorageOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Kills a bot again and again while it works, and finds out whether it has kept its promises. */
final class Massacre implements AutoCloseable {
    private static final int MESSAGES = 40;
    private static final int LONGEST_MILLIS = 500;
    /** One in so many is killed before it has started, perhaps while it pays what the one before has left owing. */
    private static final int EARLY = 8;

    private static final int EARLY_MILLIS = 1500;

    private final boolean remembers;
    private final RandomGenerator random;
    private final Folder home = Folder.temporary();
    private final Folder results = Folder.temporary();
    private final Set<String> accepted = new HashSet<>();
    private int said;

    Massacre(boolean remembers, RandomGenerator random) throws IOException {
        this.remembers = remembers;
        this.random = random;
        DoomedBot.prepare(home.path());
    }

    /**
     * What came of it.
     *
     * @param said how many commands were said
     * @param ran how many had an effect
     * @param twice those that had it twice
     * @param untold those that were accepted, or ran, and of which nobody was told
     * @param repeated those that were told twice without a word about it, or at all where repeats are recognised
     * @param interrupted how many were told that they were interrupted
     * @param marked how many messages said that they may be repeats
     * @param left how many entries are left in the journal
     */
    record Toll(
            int said,
            int ran,
            List<String> twice,
            List<String> untold,
            List<String> repeated,
            int interrupted,
            long marked,
            int left) {}

    void kill(int times) throws Exception {
        for (int i = 0; i < times; i++) {
            killOnce();
            accepted.addAll(journalled());
        }
    }

    /** Lets it start once more and end in peace, and looks at what it has done. */
    Toll toll() throws Exception {
        var process = start();
        awaitReady(process);
        process.outputWriter().close();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("the last one did not end in peace: " + Files.readString(errors()));
        }
        var effects = Files.exists(effects()) ? Files.readAllLines(effects()) : List.<String>of();
        var shown = PaperConnector.read(paper()).stream().collect(Collectors.groupingBy(Shown::message));
        var owed = new HashSet<>(accepted);
        owed.addAll(effects);
        return new Toll(
                said,
                effects.size(),
                effects.stream()
                        .filter(effect -> frequency(effects, effect) > 1)
                        .toList(),
                owed.stream().filter(each -> !isTold(shown.get(each))).toList(),
                shown.keySet().stream()
                        .filter(each -> isRepeated(shown.get(each)))
                        .toList(),
                (int) shown.values().stream()
                        .filter(each -> each.getFirst().isNotice())
                        .count(),
                all(shown).stream().filter(Shown::isMarked).count(),
                journalled().size());
    }

    @Override
    public void close() throws IOException {
        home.close();
        results.close();
    }

    private void killOnce() throws Exception {
        var process = start();
        if (random.nextInt(EARLY) == 0) {
            Thread.sleep(random.nextInt(EARLY_MILLIS));
        } else {
            awaitReady(process);
            var in = process.outputWriter();
            for (int i = 0; i < MESSAGES; i++) {
                in.write("e" + said++ + "\n");
            }
            in.flush();
            Thread.sleep(random.nextInt(LONGEST_MILLIS));
        }
        process.destroyForcibly().waitFor();
    }

    private Process start() throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "--sun-misc-unsafe-memory-access=allow",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dguice_bytecode_gen_option=DISABLED",
                        "-D" + DoomedBot.EFFECTS + "=" + effects(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DoomedBot.class.getName(),
                        home.path().toString(),
                        paper().toString(),
                        Boolean.toString(remembers)))
                .redirectError(errors().toFile())
                .start();
    }

    private void awaitReady(Process process) throws IOException {
        var line = process.inputReader().readLine();
        if (!DoomedBot.READY.equals(line)) {
            throw new IOException("the bot said " + line + ": " + Files.readString(errors()));
        }
    }

    /** What the journal holds; read from a copy, for reading would tidy it up. */
    private Set<String> journalled() throws IOException, InterruptedException {
        try (var copy = Folder.temporary()) {
            for (var file : List.of("core.db", "core.db-wal")) {
                var original = home.path().resolve("data").resolve(file);
                if (Files.exists(original)) {
                    Files.copy(original, copy.path().resolve(file));
                }
            }
            var databases = new Databases(new StorageOptions(copy.path()), Clock.systemUTC());
            try (var core = new CoreDatabase(databases)) {
                return JournalFile.messages(core);
            }
        }
    }

    private static boolean isTold(List<Shown> shown) {
        return shown != null
                && shown.stream()
                        .anyMatch(each -> each.isNotice() || each.text().startsWith("had " + each.message()));
    }

    private boolean isRepeated(List<Shown> shown) {
        return remembers ? shown.size() > 1 : shown.stream().skip(1).anyMatch(each -> !each.isMarked());
    }

    private static List<Shown> all(Map<String, List<Shown>> shown) {
        var all = new ArrayList<Shown>();
        shown.values().forEach(all::addAll);
        return all;
    }

    private static long frequency(List<String> effects, String effect) {
        return effects.stream().filter(effect::equals).count();
    }

    private Path effects() {
        return results.path().resolve("effects");
    }

    private Path paper() {
        return results.path().resolve("paper");
    }

    private Path errors() {
        return results.path().resolve("errors");
    }
}
