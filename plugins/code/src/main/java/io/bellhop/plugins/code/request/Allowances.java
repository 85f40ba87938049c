package io.bellhop.plugins.code.request;

import io.bellhop.api.error.BellhopException;
import io.bellhop.plugins.code.engine.Limits;
import io.bellhop.plugins.code.engine.Words;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Which limits programs get: the usual ones, or others that were asked for, as far as the asker's rank goes. */
public final class Allowances {
    /** What holds where nothing is configured. Memory is not in it: the embedded engine takes it from the bot's own. */
    private static final Map<Integer, RankLimits> USUAL = Map.of(
            100, RankLimits.time(Duration.ofSeconds(10)),
            500, RankLimits.time(Duration.ofSeconds(30)),
            900, RankLimits.time(Duration.ofSeconds(60)));

    private final Limits usual;
    private final NavigableMap<Integer, RankLimits> ranks;

    /**
     * Makes the table.
     *
     * @param usual what everybody gets who asks for nothing else
     * @param ranks what ranks may ask for above that, or empty for what makes sense anywhere
     */
    public Allowances(Limits usual, Optional<Map<Integer, RankLimits>> ranks) {
        this.usual = usual;
        this.ranks = new TreeMap<>(ranks.orElse(USUAL));
    }

    /**
     * Finds the limits of a program.
     *
     * @param rank the asker's
     * @param time how long they want it to run, or empty for the usual
     * @param memory how much memory they want, or empty for the usual
     * @return the limits
     * @throws BellhopException for the user, if that is more than they may have
     */
    public Limits limits(int rank, Optional<Duration> time, Optional<MemorySize> memory) {
        time.ifPresent(wanted -> require(wanted.isPositive(), "A program needs a time above zero."));
        var runTime = time.orElse(usual.runTime());
        var bytes = memory.map(MemorySize::bytes).orElse(usual.memory());
        requireTime(rank, runTime);
        requireMemory(rank, bytes);
        var cpuTime = runTime.compareTo(usual.cpuTime()) > 0 ? runTime : usual.cpuTime();
        return new Limits(
                usual.compileTime(), runTime, time.isPresent() ? cpuTime : usual.cpuTime(), bytes, usual.output());
    }

    /**
     * Finds limits for a program that had some before: the same, as far as its user may still have them.
     *
     * @param rank the asker's
     * @param before what it had
     * @return the limits
     */
    public Limits within(int rank, Limits before) {
        var time = least(before.runTime(), most(rank, usual.runTime(), RankLimits::time));
        var memory = least(before.memory(), most(rank, usual.memory(), Allowances::bytes));
        var cpuTime = least(before.cpuTime(), usual.cpuTime().compareTo(time) > 0 ? usual.cpuTime() : time);
        var output = Math.min(before.output(), usual.output());
        return new Limits(least(before.compileTime(), usual.compileTime()), time, cpuTime, memory, output);
    }

    private static <T extends Comparable<T>> T least(T one, T other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private void requireTime(int rank, Duration wanted) {
        var most = most(rank, usual.runTime(), RankLimits::time);
        require(
                wanted.compareTo(most) <= 0,
                "A program of yours may run for at most " + Words.of(most) + " here."
                        + more(rank, wanted, RankLimits::time, Words::of));
    }

    private void requireMemory(int rank, long wanted) {
        var most = most(rank, usual.memory(), Allowances::bytes);
        require(
                wanted <= most,
                "A program of yours may have at most " + mebibytes(most) + " here."
                        + more(rank, wanted, Allowances::bytes, Allowances::mebibytes));
    }

    /** The most that a rank may have: the largest of what it and those below it have. */
    private <T extends Comparable<T>> T most(int rank, T least, Function<RankLimits, Optional<T>> limit) {
        return ranks.headMap(rank, true).values().stream()
                .flatMap(row -> limit.apply(row).stream())
                .filter(one -> one.compareTo(least) > 0)
                .max(Comparator.naturalOrder())
                .orElse(least);
    }

    /** Tells which rank would do. */
    private <T extends Comparable<T>> String more(
            int rank, T wanted, Function<RankLimits, Optional<T>> limit, Function<T, String> words) {
        return ranks.tailMap(rank, false).entrySet().stream()
                .filter(row -> limit.apply(row.getValue())
                        .filter(one -> one.compareTo(wanted) >= 0)
                        .isPresent())
                .findFirst()
                .map(row -> " " + words.apply(wanted) + " needs the rank " + row.getKey() + ".")
                .orElse("");
    }

    private static Optional<Long> bytes(RankLimits row) {
        return row.memory().map(one -> (long) one << 20);
    }

    private static String mebibytes(long bytes) {
        return (bytes >> 20) + " MiB";
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw BellhopException.limit("code.limits", otherwise);
        }
    }
}
