package io.bellhop.core.telemetry;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives every invocation its short name: 8 characters that people can read to each other. A counter of 40 bits starts
 * at the clock's milliseconds, so that no ref comes again after a restart unless there were more than 1,000 a second
 * all the while; it is scattered, so that neighbours don't look alike. Safe for use from any thread.
 */
@Singleton
public final class Refs {
    private static final byte[] DIGITS = "0123456789abcdefghjkmnpqrstvwxyz".getBytes(StandardCharsets.US_ASCII);
    private static final int LENGTH = 8;
    private static final int BITS = 5;
    private static final long MASK = (1L << (LENGTH * BITS)) - 1;
    private static final int HALF = LENGTH * BITS / 2;

    private static final int RANGE_BITS = 24;
    private static final long RANGE_MASK = (1L << RANGE_BITS) - 1;

    private final RefRanges ranges;
    private final AtomicLong counter;

    /**
     * Starts counting in a range that was never counted in.
     *
     * @param ranges remembers which were
     */
    @Inject
    public Refs(RefRanges ranges) {
        this.ranges = ranges;
        this.counter = new AtomicLong((long) ranges.take() << RANGE_BITS);
    }

    /**
     * Makes a ref.
     *
     * @return 8 letters and digits, such as {@code 7k3f9mzt}
     */
    public String next() {
        long count = counter.getAndIncrement();
        if ((count & RANGE_MASK) == RANGE_MASK / 2) {
            ranges.take(); // the range after this one, into which the count runs on
        }
        long bits = scattered(count & MASK);
        var characters = new byte[LENGTH];
        for (int i = LENGTH - 1; i >= 0; i--) {
            characters[i] = DIGITS[(int) bits & (DIGITS.length - 1)];
            bits >>>= BITS;
        }
        return new String(characters, StandardCharsets.ISO_8859_1);
    }

    /** Each step can be undone within 40 bits, so two counts never meet. */
    static long scattered(long count) {
        long bits = count;
        bits = (bits ^ (bits >>> HALF)) * 0x9E3779B97FL & MASK;
        bits = (bits ^ (bits >>> HALF)) * 0xC2B2AE3D27L & MASK;
        return bits ^ (bits >>> HALF);
    }
}
