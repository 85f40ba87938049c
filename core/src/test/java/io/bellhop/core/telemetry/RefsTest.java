package io.bellhop.core.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RefsTest {
    private final AtomicInteger ranges = new AtomicInteger();

    private Refs started() {
        return new Refs(ranges::getAndIncrement);
    }

    @Test
    void areShortAndReadable() {
        var refs = started();
        for (int i = 0; i < 1_000; i++) {
            assertThat(refs.next()).matches("[0-9a-hjkmnp-tv-z]{8}");
        }
    }

    @Test
    void doNotComeAgainAlsoAfterARestart() {
        var seen = new HashSet<String>();
        Refs before = started();
        Refs after = started();
        for (int i = 0; i < 100_000; i++) {
            seen.add(before.next());
            seen.add(after.next());
        }
        assertThat(seen).hasSize(200_000);
    }

    @Test
    void runOnIntoARangeThatIsTakenInTime() {
        var refs = started();
        for (int i = 0; i < 1 << 24; i++) {
            refs.next();
        }
        String first = refs.next();
        assertThat(ranges).hasValue(2);
        assertThat(first).isEqualTo(new Refs(() -> 1).next());
    }

    @Test
    void neighboursDoNotLookAlike() {
        var refs = started();
        String first = refs.next();
        String second = refs.next();
        long same = java.util.stream.IntStream.range(0, 8)
                .filter(i -> first.charAt(i) == second.charAt(i))
                .count();
        assertThat(same).isLessThan(5);
    }
}
