package io.bellhop.plugins.code;

import io.bellhop.api.plugin.Config;
import io.bellhop.api.plugin.Setting;
import io.bellhop.plugins.code.engine.Limits;
import io.bellhop.plugins.code.engine.piston.PistonConfig;
import io.bellhop.plugins.code.language.LanguageEntry;
import io.bellhop.plugins.code.queue.Bounds;
import io.bellhop.plugins.code.request.Allowances;
import io.bellhop.plugins.code.request.RankLimits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The plugin's section of the configuration.
 *
 * @param engines which engines there are, the preferred one first
 * @param piston the Piston servers
 * @param compileTime the longest that compiling may take
 * @param runTime the longest that a program may run
 * @param cpuTime the most of the processor's time that a program may take
 * @param memory the most memory of a program, in MiB
 * @param output the most output of a program, in KiB
 * @param ranks what ranks, by their numbers, may ask for above that
 * @param concurrency how many programs run at a time, if the owner says so
 * @param perUser how many of them may be one user's
 * @param queue how many more may wait
 * @param historyRuns how many runs of each user are remembered
 * @param historySize how much of their programs, with their files and output, in KiB
 * @param languages languages of the sandbox that the owner adds or changes, by name
 */
@Config
public record CodeConfig(
        @Setting(
                help = "The engines that run programs, the preferred one first: sandbox, embedded, piston.",
                orElse = {"sandbox", "embedded", "piston"})
        List<EngineKind> engines,

        @Setting(help = "The Piston servers.") PistonConfig piston,

        @Setting(help = "The longest that compiling may take.", orElse = "10s")
        Duration compileTime,

        @Setting(help = "The longest that a program may run.", orElse = "3s")
        Duration runTime,

        @Setting(help = "The most of the processor's time that a program may take.", orElse = "3s")
        Duration cpuTime,

        @Setting(help = "The most memory that a program may use, in MiB.", orElse = "64")
        int memory,

        @Setting(help = "The most that a program may write, in KiB.", orElse = "256")
        int output,

        @Setting(
                help = "What a rank and those above it may ask for with -time and -memory, such as"
                        + " {100: {time: 10s, memory: 128}}; if not set, 10s from 100, 30s from 500, 60s from 900,"
                        + " and more memory for nobody.")
        Optional<Map<String, RankLimits>> ranks,

        @Setting(
                help =
                        "How many programs run at a time, at most 64; each may take its whole memory. If not set, as many"
                                + " as there are processors, from 2 to 8.")
        Optional<Integer> concurrency,

        @Setting(help = "How many of them may be one user's.", orElse = "1")
        int perUser,

        @Setting(help = "How many programs may wait for their turn; a quarter of them one user's.", orElse = "128")
        int queue,

        @Setting(help = "How many runs of each user are remembered, with their programs.", orElse = "200")
        int historyRuns,

        @Setting(
                help = "How much of each user's programs, with their files and output, is remembered, in KiB.",
                orElse = "1024")
        int historySize,

        @Setting(help = "Languages of the sandbox, added or changed; see docs/languages.md.")
        Optional<Map<String, LanguageEntry>> languages) {
    private static final Pattern RANK = Pattern.compile("\\d{1,3}");
    private static final int LEAST_MEMORY = 8;
    private static final int MOST_MEMORY = 1024;
    private static final int MOST_OUTPUT = 8 * 1024;

    /** One place is kept from programs that wait for somebody to type. */
    private static final int LEAST_PLACES = 2;

    /** Whoever has so many processors may have other use for them; four sandboxes wait for each place. */
    private static final int MOST_PLACES_UNASKED = 8;

    private static final int MOST_PLACES = 64;

    /** How much of the bot's heap is for programs that run in it. */
    private static final int PART_OF_HEAP = 3;

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if one makes no sense
     */
    public CodeConfig {
        require(!engines.isEmpty(), "engines must name at least one of sandbox, embedded and piston");
        require(
                compileTime.isPositive() && runTime.isPositive() && cpuTime.isPositive(),
                "compile-time, run-time and cpu-time must be above zero");
        require(memory >= LEAST_MEMORY && memory <= MOST_MEMORY, "memory must be from 8 to 1024 (MiB)");
        require(output >= 1 && output <= MOST_OUTPUT, "output must be from 1 to 8192 (KiB)");
        ranks.orElse(Map.of()).keySet().forEach(CodeConfig::requireRank);
        require(
                concurrency.orElse(1) >= 1 && concurrency.orElse(1) <= MOST_PLACES,
                "concurrency must be from 1 to " + MOST_PLACES);
        require(perUser >= 1, "per-user must be at least 1");
        require(queue >= 0, "queue must not be negative");
        require(historyRuns >= 0 && historySize >= 0, "history-runs and history-size must not be negative");
    }

    Limits limits() {
        return new Limits(compileTime, runTime, cpuTime, (long) memory << 20, output << 10);
    }

    Bounds bounds() {
        return new Bounds(places(), perUser, queue);
    }

    /** Returns how many programs run at a time. */
    int places() {
        return concurrency.orElseGet(() -> places(Runtime.getRuntime().availableProcessors()));
    }

    /** Returns how many of them run inside the bot, whose heap they share. */
    int embeddedPlaces(long heap) {
        var fitting = heap / PART_OF_HEAP / limits().memory();
        return Math.min(places(), Math.clamp(fitting, LEAST_PLACES, MOST_PLACES));
    }

    /** Returns the most memory that any of those may ask for: all together fill no more than that part of the heap. */
    long embeddedMemory(long heap) {
        return Math.max(limits().memory(), heap / PART_OF_HEAP / embeddedPlaces(heap));
    }

    static int places(int processors) {
        return Math.clamp(processors, LEAST_PLACES, MOST_PLACES_UNASKED);
    }

    Allowances allowances() {
        var byNumber = ranks.map(rows -> rows.entrySet().stream()
                .collect(Collectors.toMap(row -> Integer.valueOf(row.getKey()), Map.Entry::getValue)));
        return new Allowances(limits(), byNumber);
    }

    private static void requireRank(String written) {
        require(RANK.matcher(written).matches(), "ranks has a row for each rank from 0 to 999, not for " + written);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
