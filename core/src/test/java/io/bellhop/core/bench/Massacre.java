package io.bellhop.core.bench;

import io.bellhop.core.bench.Ground.Shown;
import io.bellhop.core.journal.JournalFile;
import io.bellhop.core.storage.CoreDatabase;
import io.bellhop.core.storage.Databases;
import io.bellhop.core.storage.StorageOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Kills a bot again and again while it works, and finds out whether it has kept its promises. */
final class Massacre implements AutoCloseable {
    private static final int MESSAGES = 40;
    /** In so long most is done, so that half of the lives end in the middle of it. */
    private static final int SHORT_MILLIS = 500;
    /** One in so many is killed before it has started, perhaps while it pays what the one before has left owing. */
    private static final int EARLY = 8;

    private static final int EARLY_MILLIS = 1500;

    private static final Pattern EFFECT = Pattern.compile("\\bhad (e\\d+)");
    private static final Pattern NOTICE = Pattern.compile("\\(command\\.interrupted, ref (\\w+)\\)");

    private final Ground ground;
    private final RandomGenerator random;
    private final Folder home = Folder.temporary();
    private final Folder results = Folder.temporary();
    private final Map<String, String> accepted = new HashMap<>();
    private int said;
    private int lives;

    Massacre(Ground ground, RandomGenerator random) throws IOException {
        this.ground = ground;
        this.random = random;
        DoomedBot.prepare(home.path());
        ground.prepare(home.path());
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
            accepted.putAll(journalled());
        }
    }

    /** Lets it start once more and end in peace, and looks at what it has done. */
    Toll toll() throws Exception {
        endInPeace();
        var effects = Files.exists(effects()) ? Files.readAllLines(effects()) : List.<String>of();
        var shown = ground.shown().stream().collect(Collectors.groupingBy(this::effect));
        var owed = new HashSet<>(accepted.values());
        owed.addAll(effects);
        return new Toll(
                said,
                effects.size(),
                effects.stream()
                        .filter(effect -> frequency(effects, effect) > 1)
                        .toList(),
                owed.stream().filter(each -> !shown.containsKey(each)).toList(),
                shown.keySet().stream()
                        .filter(each -> isRepeated(shown.get(each)))
                        .toList(),
                (int) shown.values().stream()
                        .filter(each -> NOTICE.matcher(each.getFirst().text()).find())
                        .count(),
                ground.shown().stream().filter(Shown::isMarked).count(),
                journalled().size());
    }

    /** What a message tells of; one that tells of nothing, or offers no choice where it should, has its own text. */
    private String effect(Shown shown) {
        var had = EFFECT.matcher(shown.text());
        if (had.find()) {
            return had.group(1);
        }
        var notice = NOTICE.matcher(shown.text());
        return notice.find() && shown.hasChoice() ? accepted.getOrDefault(notice.group(1), shown.text()) : shown.text();
    }

    @Override
    public void close() throws IOException {
        ground.close();
        home.close();
        results.close();
    }

    private void killOnce() throws Exception {
        var process = start();
        if (random.nextInt(EARLY) == 0) {
            Thread.sleep(random.nextInt(EARLY_MILLIS));
        } else {
            awaitReady(process);
            ground.ask(
                    process,
                    IntStream.range(said, said + MESSAGES)
                            .mapToObj(i -> "e" + i)
                            .toList());
            said += MESSAGES;
            Thread.sleep(random.nextInt(random.nextBoolean() ? SHORT_MILLIS : ground.longestMillis()));
        }
        process.destroyForcibly().waitFor();
    }

    private void endInPeace() throws IOException, InterruptedException {
        var process = start();
        awaitReady(process);
        process.outputWriter().close();
        if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IOException("the last one did not end in peace: " + Files.readString(errors()));
        }
    }

    private Process start() throws IOException {
        var command = new ArrayList<>(List.of(
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
                ground.pause().multipliedBy(lives++).toString()));
        command.addAll(ground.address());
        return new ProcessBuilder(command).redirectError(errors().toFile()).start();
    }

    private void awaitReady(Process process) throws IOException, InterruptedException {
        var line = process.inputReader().readLine();
        if (!DoomedBot.READY.equals(line)) {
            throw new IOException("the bot said " + line + ": " + Files.readString(errors()));
        }
        ground.awaitBot();
    }

    /** What the journal holds; read from a copy, for reading would tidy it up. */
    private Map<String, String> journalled() throws IOException, InterruptedException {
        try (var copy = Folder.temporary()) {
            for (var file : List.of("core.db", "core.db-wal")) {
                var original = home.path().resolve("data").resolve(file);
                if (Files.exists(original)) {
                    Files.copy(original, copy.path().resolve(file));
                }
            }
            var databases = new Databases(new StorageOptions(copy.path()), Clock.systemUTC());
            try (var core = new CoreDatabase(databases)) {
                var lines = JournalFile.lines(core);
                lines.replaceAll((ref, line) -> line.substring(line.indexOf(' ') + 1));
                return lines;
            }
        }
    }

    private boolean isRepeated(List<Shown> shown) {
        return ground.remembers() ? shown.size() > 1 : shown.stream().skip(1).anyMatch(each -> !each.isMarked());
    }

    private static long frequency(List<String> effects, String effect) {
        return effects.stream().filter(effect::equals).count();
    }

    private Path effects() {
        return results.path().resolve("effects");
    }

    private Path errors() {
        return results.path().resolve("errors");
    }
}
